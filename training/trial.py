"""Cuts a few rows and pictures of every set into a folder, so that a whole recipe can be tried out in minutes.

    python3 training/trial.py --data ../shared/data --out small

Of each part that trains or is held out it takes the first ones. What is trained on them knows nothing.
"""
import argparse
import csv
import shutil
import tarfile
from collections import Counter
from pathlib import Path

import closet
from outfits import held_out

# Pictures of each part: enough that every batch of every recipe can be filled, with a group that is seen now and then.
CLOSET = {"train": 320, "validation": 24, "test": 24}
STREET = {("pixel", False): 64, ("pixel", True): 12, ("image", False): 24, ("image", True): 6}
FACES = {False: 40, True: 12}
SHOP = {False: 1400, True: 120}
LARGE = {False: 120, True: 12}
WHOLE = ("outfit-mask-labels.json", "faces-landmarks.npz")


def first(rows, part, most):
    """The first rows of each part."""
    taken, seen = [], Counter()
    for row in rows:
        seen[part(row)] += 1
        if seen[part(row)] <= most.get(part(row), 0):
            taken.append(row)
    return taken


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def cut(source, target, wanted):
    """The pictures of an archive that are wanted, by their names without ending."""
    with tarfile.open(source) as archive, tarfile.open(target, "w") as small:
        for member in archive:
            if member.isfile() and Path(member.name).stem in wanted:
                small.addfile(member, archive.extractfile(member))


def large(data):
    """The identities of products-large that are taken."""
    with tarfile.open(data / "products-large.tar") as archive:
        ids = [Path(member.name).stem for member in archive if member.isfile()]
    return set(first(ids, held_out, LARGE))


def trial(options):
    data, out = Path(options.data), Path(options.out)
    out.mkdir(parents=True)
    for name in WHOLE:
        shutil.copyfile(data / name, out / name)
    sets = {"closet": ("n", first(closet.rows(data), closet.part, CLOSET)),
            "faces": ("id", first(read(data / "faces.csv"), lambda row: held_out(row["id"]), FACES))}
    tags = first(read(data / "outfits-tags.csv"), lambda row: (row["source"], held_out(row["id"])), STREET)
    sets["outfits"] = "id", tags
    street = {row["id"] for row in tags}
    bought = large(data)
    listed = read(data / "products.csv")
    shop = {row["id"] for row in first(listed, lambda row: held_out(row["id"]), SHOP)} | bought
    sets["products"] = "id", [row for row in listed if row["id"] in shop]
    for name, (column, rows) in sets.items():
        write(out / ("outfits-tags.csv" if name == "outfits" else f"{name}.csv"), rows)
        cut(data / f"{name}.tar", out / f"{name}.tar", {row[column] for row in rows})
    write(out / "outfits-styles.csv", [row for row in read(data / "outfits-styles.csv") if row["id"] in street])
    cut(data / "products-large.tar", out / "products-large.tar", bought)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data", help="folder with the sets")
    parser.add_argument("--out", required=True, help="the folder to make")
    trial(parser.parse_args())
