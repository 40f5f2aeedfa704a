"""Fits how sure the reader may be of what somebody wears in the street: temperature and least confidence of the type.

    python3 training/worn.py --data ../shared/data

People are told what parser and reader say together, of garments that the parser found; so that is what is fitted, on the street
photos that never trained, through `drape eval street`: the temperature at which answers are on the mean as sure as they are right,
then the least confidence from which on as many are right as the head's target wants.
"""
import argparse
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import manifest

QUESTION = "said.type"


class Trial:
    """A copy of the networks in which the two values are tried."""

    def __init__(self, folder, data, models):
        self.folder, self.data = Path(folder), data
        shutil.copytree(models, self.folder, dirs_exist_ok=True)

    def report(self, temperature, threshold):
        written = json.loads((self.folder / "models.json").read_text())
        enter(written, temperature, threshold)
        (self.folder / "models.json").write_text(json.dumps(written))
        run = subprocess.run([manifest.ROOT / "drape", "eval", "street", "--data", self.data, "--split", "validation", "--json"],
                             env={**os.environ, "DRAPE_MODELS": str(self.folder)}, stdout=subprocess.PIPE, check=True)
        return json.loads(run.stdout)

    def surer_than_right(self, temperature):
        bins = self.report(temperature, 0)["calibration"][QUESTION]
        count = sum(b["count"] for b in bins)
        return sum(b["count"] * (b["confidence"] - b["right"]) for b in bins) / count

    def stated_right(self, temperature, threshold):
        return self.report(temperature, threshold)["figures"].get(f"{QUESTION}.stated.precision", 1)


def enter(written, temperature, threshold):
    """Puts the values into a manifest and returns the head's target."""
    reader = next(model for model in written["models"] if model["name"] == "reader")
    head = next(head for head in reader["heads"] if head["name"] == "type")
    head["wornTemperature"], head["wornThreshold"] = round(temperature, 3), round(threshold, 3)
    return head["targetPrecision"]


def first(low, high, holds, steps):
    """The least value, about, from which on something holds: halving."""
    for _ in range(steps):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def fit(options):
    place = Path(options.models) / "models.json"
    written = json.loads(place.read_text())
    target = enter(written, 1, 0)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(folder, options.data, options.models)
        temperature = first(0.5, 3, lambda t: trial.surer_than_right(t) <= 0, 7)
        threshold = first(0.2, 0.9, lambda t: trial.stated_right(temperature, t) >= target, 7)
    enter(written, temperature, threshold)
    place.write_text(json.dumps(written, indent=2) + "\n")
    print(f"type of what is worn: temperature {temperature:.3f}, stated from {threshold:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data", help="folder with the sets")
    parser.add_argument("--models", default=str(manifest.ROOT / "models"), help="the folder of the networks and their manifest")
    fit(parser.parse_args())
