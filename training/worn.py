"""Fits how sure the reader may be of what somebody wears: temperature of the type, and from when on each is stated.

    python3 training/worn.py --data ../shared/data

People are told what parser and reader say together, of what the parser found; so that is what is fitted, on photos that never trained,
through `drape eval`: of who is seen from head to foot on the street photos' tags, as they are and from farther off, of who is seen in part on
parts of these photos, and of what a model wears beside the product on this project's annotations.
The temperature is that at which answers are on the mean as sure as they are right; then by type the least confidence from which on as
many are borne out as the head's target wants. So it is done with groups that have no type (bags, eyewear, belts); from head to foot those
are the parser's own thresholds, which hide what is below them.
"""
import argparse
import copy
import json
import os
import shutil
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path

import manifest

# By scene what drape eval measures, the question of which the confidences are to hold, and those of whose answers the limits are read.
STREET = [f"{question}.{kind}" for question in ("tagged", "farther", "part") for kind in ("type", "group")]
SCENES = {"worn": (["street"], "said.type", STREET),
          "cut": (["street"], "part.type", STREET),
          "beside": (["products", "--pictures", "large"], "beside.type", ["beside.type"])}
USUAL = 8  # answers that count as right as often as they say beside those of a type: of few, chance would decide
NEVER = 1


class Trial:
    """A copy of the networks in which values are tried."""

    def __init__(self, folder, data, models):
        self.folder, self.data = Path(folder), data
        shutil.copytree(models, self.folder, dirs_exist_ok=True)

    def answers(self, written, scene, temperature):
        """Every answer by question, where everything is told that was found: of what was read as of that scene."""
        tried = copy.deepcopy(written)
        enter(tried, scene, temperature, {}, other=0)
        (self.folder / "models.json").write_text(json.dumps(tried))
        run = subprocess.run([manifest.ROOT / "drape", "eval", *SCENES[scene][0], "--data", self.data, "--split", "validation", "--json"],
                             env={**os.environ, "DRAPE_MODELS": str(self.folder)}, stdout=subprocess.PIPE, check=True)
        return {question: [a for a in answers if a["scene"] == scene] for question, answers in json.loads(run.stdout)["answers"].items()}

    def surer_than_right(self, written, scene, temperature):
        answers = self.answers(written, scene, temperature)[SCENES[scene][1]]
        return sum(a["confidence"] - a["right"] for a in answers) / len(answers)


def heads(written):
    """The reader's head of types and the parser's of groups."""
    models = {model["name"]: model["heads"] for model in written["models"]}
    return next(h for h in models["reader"] if h["name"] == "type"), next(h for h in models["parser"] if h["kind"] == "map")


def enter(written, scene, temperature, limits, other):
    """Puts the values into a manifest: limits by type or group, and what holds where there is none."""
    types, groups = heads(written)
    own = {"temperature": round(temperature, 3), "thresholds": [round(limits.get(name, other), 3) for name in types["classes"]]}
    types.setdefault("scenes", {})[scene] = own
    foreign = {group: round(limits.get(group, other), 3) for group in groups["classes"] if groups["types"].get(group) == {}}
    if scene == "worn":
        groups["thresholds"] = [foreign.get(group, before) for group, before in zip(groups["classes"], groups["thresholds"])]
    else:
        own["groups"] = foreign


def first(low, high, holds, steps):
    """The least value, about, from which on something holds: halving."""
    for _ in range(steps):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def limit(answers, target):
    """The least confidence from which on a type's answers are right as often as wanted, and half of the target at the least.

    They must be so by themselves, and with some beside them that are right as often as they say, so that of no answers the target
    itself is the limit. A type of which answers as sure as that are not right that often is never stated.
    """
    answers = sorted(answers, key=lambda a: a["confidence"])
    for place, answer in enumerate(answers):
        left = answers[place:]
        said, right = sum(a["confidence"] for a in left), sum(a["right"] for a in left)
        if min(right / len(left), (right + USUAL * said / len(left)) / (len(left) + USUAL)) >= target:
            return max(answer["confidence"], target / 2)
    return NEVER if answers[-1]["confidence"] >= target else target


def fit(options):
    place = Path(options.models) / "models.json"
    written = json.loads(place.read_text())
    target = heads(written)[0]["targetPrecision"]
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(folder, options.data, options.models)
            _, confident, stated = SCENES[scene]
            if not trial.answers(written, scene, 1).get(confident):
                print(f"{scene}: the parser finds nothing of which it is known what it is, as in a trial on few pictures: thresholds stay.")
                continue
            temperature = first(0.5, 3, lambda t: trial.surer_than_right(written, scene, t) <= 0, 6)
            answers, found = trial.answers(written, scene, temperature), defaultdict(list)
            for answer in (answer for question in stated for answer in answers.get(question, [])):
                found[answer["answer"]].append(answer)
        limits = {name: limit(of, target) for name, of in found.items()}
        enter(written, scene, temperature, limits, target)
        print(f"{scene}: temperature {temperature:.3f}, stated from " + ", ".join(
            f"{name} {value:.2f} ({len(found[name])})" for name, value in sorted(limits.items(), key=lambda item: -len(found[item[0]]))))
    place.write_text(json.dumps(written, indent=2) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data", help="folder with the sets")
    parser.add_argument("--models", default=str(manifest.ROOT / "models"), help="the folder of the networks and their manifest")
    fit(parser.parse_args())
