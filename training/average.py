"""Averages checkpoints that began at the same one (model soups, Wortsman et al. 2022).

    python3 training/average.py --out soup.pt a.pt b.pt c.pt
"""
import argparse

import torch


def average(states):
    first = states[0]
    return {key: sum(s[key].float() for s in states) / len(states) if first[key].dtype.is_floating_point else first[key]
            for key in first}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", nargs="+")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    loaded = [torch.load(path) for path in options.checkpoints]
    torch.save({"backbone": average([c["backbone"] for c in loaded]),
                "heads": {name: average([c["heads"][name] for c in loaded]) for name in loaded[0]["heads"]},
                "options": loaded[0]["options"]}, options.out)
