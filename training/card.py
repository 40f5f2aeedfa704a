"""Puts what `drape eval` printed into the reader's manifest entry and card.

    python3 training/card.py --test test.json --validation validation.json

Every figure of a card comes from these two files; none is typed by hand.
"""
import argparse
import json
from pathlib import Path

MODELS = Path(__file__).resolve().parent.parent / "models"

TEXT = """# {identity}

Reads one garment in a photo: what it is, its pattern, and a second opinion on the name of its colour.

| | |
|---|---|
| file | `{file}`, {megabytes:.1f} MB, float32, SHA-256 `{sha256}` |
| input | {width}x{height} RGB, squashed, (value - 127.5) / 127.5 |
| backbone | MobileNetEdgeTPU 1.0, 1,280 features, from ImageNet weights (Apache-2.0), every layer trained further |
| licence | {licence} |
| data | {data} |
| made by | `training/make-reader`, seed 1 |

## Recipe

AdamW, cosine, weight decay 0.05, label smoothing 0.1, dropout 0.3, an average of the weights over about 500 steps,
bfloat16, batches of 32, in the runs that `training/make-reader` lists: 18 epochs at 144 px; 8 at 208 px with the head
colour added; three continuations of 8, 2 and 3 epochs, averaged; 8 epochs at 288 px down to a rate of zero. (All but
the last run cropped from pictures kept at 256 px; the recipe as it stands keeps them at 320.) Pictures are cropped,
stretched, turned, mirrored, relit, given another white balance, now and then a hole; a part of the batches is mixed by
CutMix or mixup. About an hour and a half on one core, by the epochs' log. The test split never trained and chose nothing; the validation
part chose when to change course, temperatures, thresholds and the weight of the colour's second opinion.

## Figures

Printed by `drape eval closet`, through the same code that reads a user's photo.

| figure | test ({test_count}) | validation ({validation_count}) |
|---|---|---|
{figures}

Two annotators agree with each other on 0.943 of types, 0.964 of patterns and 0.896 of colours. The best published
figure for the ten labels is 0.894 (Xception at 299 px, on validation).

## Classes

Test and validation together; the share answered right of the pictures that have the class.

{classes}

## Calibration

Type, on test: of the answers stated with a confidence in a range, how many are right. Confidences are the softmax of
the logits over a temperature of {temperature}; below {threshold} the type is not stated.

| confidence | answers | mean confidence | right |
|---|---|---|---|
{calibration}

## What it fails on

- The boundary between neighbours: {confusions}.
- One garment a photo is what it has learnt: people wearing outfits, several garments and shop pictures are outside.
- Types with few examples (formal-shoes 12, other 17, heels 26; suit, scarf, underwear one each) are seldom or never right.
- Annotators and owners made mistakes; some of its errors are theirs.
"""


def table(test, validation):
    names = list(test["figures"])
    return "\n".join(f"| {n} | {test['figures'][n]:.3f} | {validation['figures'][n]:.3f} |" for n in names)


def classes(test, validation):
    blocks = []
    for head in ("type", "pattern", "colour", "label10"):
        counts = {}
        for report in (test, validation):
            for name, row in report["perClass"][head].items():
                count, right = counts.get(name, (0, 0.0))
                counts[name] = (count + row["count"], right + row["count"] * row["top1"])
        ordered = sorted(counts.items(), key=lambda item: -item[1][0])
        rows = [f"{name} {right / count:.2f} ({count})" for name, (count, right) in ordered]
        blocks.append(f"**{head}**: " + ", ".join(rows) + ".")
    return "\n\n".join(blocks)


def main(options):
    test, validation = (json.loads(Path(p).read_text()) for p in (options.test, options.validation))
    manifest = json.loads((MODELS / "models.json").read_text())
    entry = next(m for m in manifest["models"] if m["name"] == "reader")
    entry["figures"] = test["figures"]
    (MODELS / "models.json").write_text(json.dumps(manifest, indent=2) + "\n")
    head = next(h for h in entry["heads"] if h["name"] == "type")
    confusions = ", ".join(f"{c['truth']} read as {c['answer']} ({c['count']})" for c in test["confusions"]["type"][:6])
    bins = [b for b in test["calibration"]["type"] if b["count"]]
    text = TEXT.format(
        identity=f"reader-{entry['version']}", file=entry["file"], sha256=entry["sha256"], licence=entry["licence"],
        megabytes=(MODELS / entry["file"]).stat().st_size / 1e6, width=entry["input"]["width"],
        height=entry["input"]["height"], data=entry["data"], test_count=test["count"],
        validation_count=validation["count"], figures=table(test, validation), classes=classes(test, validation),
        temperature=head["temperature"], threshold=head["threshold"], confusions=confusions,
        calibration="\n".join(f"| {b['from']:.2f} to {b['to']:.2f} | {b['count']} | {b['confidence']:.3f} | {b['right']:.3f} |"
                              for b in bins))
    (MODELS / f"reader-{entry['version']}.md").write_text(text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", required=True, help="drape eval closet --split test --json")
    parser.add_argument("--validation", required=True, help="the same with --split validation")
    main(parser.parse_args())
