"""Averages the weights of checkpoints that began at the same one: as good as several networks for the price of one.

    python3 training/average.py --out soup.pt a.pt b.pt c.pt            in equal parts
    python3 training/average.py --out soup.pt --parts 0.3,0.7 a.pt b.pt

(Wortsman et al. 2022.) What only the last checkpoint has, such as a head that came later, is taken from there.
"""
import argparse

import torch

from learning import checkpoint_of


def averaged(states, parts):
    """The weighted mean of state dictionaries; counters and what not all have come from the last."""
    last = states[-1]
    return {key: sum(part * state[key] for part, state in zip(parts, states)).to(value.dtype)
            if value.dtype.is_floating_point and all(key in state for state in states) else value
            for key, value in last.items()}


def average(options):
    checkpoints = [checkpoint_of(path) for path in options.checkpoints]
    parts = [float(p) for p in options.parts.split(",")] if options.parts else [1 / len(checkpoints)] * len(checkpoints)
    if len(parts) != len(checkpoints) or abs(sum(parts) - 1) > 1e-6:
        raise SystemExit("--parts needs a share for each checkpoint, one in all.")
    result = dict(checkpoints[-1])
    for name in ("network", "backbone"):
        if name in result:
            result[name] = averaged([c[name] for c in checkpoints], parts)
    if "backbone" in result:
        result["heads"] = {head: averaged([c["heads"][head] for c in checkpoints], parts) for head in result["heads"]}
    torch.save(result, options.out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--parts", help="shares with commas; equal ones otherwise")
    parser.add_argument("checkpoints", nargs="+")
    average(parser.parse_args())
