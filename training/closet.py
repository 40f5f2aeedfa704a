"""The closet set: garments photographed by their owners, their labels and the rows held out."""
import csv
import io
import tarfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from PIL import Image

# The vocabularies of the annotation guide, in its order; a network's classes keep this order.
# (Of the guide's types, bag, belt, socks, tie and swimwear occur in no row.)
TYPES = ("t-shirt polo tank-top top long-sleeve-top shirt blouse sweater cardigan hoodie sweatshirt vest blazer "
         "jacket coat dress jumpsuit bodysuit jeans trousers leggings joggers shorts skirt suit sneakers boots heels "
         "flats formal-shoes sandals hat scarf underwear other unclear").split()
PATTERNS = "solid striped plaid floral dotted animal graphic geometric camouflage tie-dye other".split()
LABELS = "T-Shirt Longsleeve Pants Shoes Shirt Dress Outwear Shorts Hat Skirt".split()  # of the published split
COLOURS = "black white gray beige brown red pink orange yellow green blue navy purple multicolor".split()
HEADS = {"type": TYPES, "pattern": PATTERNS, "label10": LABELS, "colour": COLOURS}
COLUMNS = {"type": "type", "pattern": "pattern", "label10": "owner_label", "colour": "colour"}
UNKNOWN = -1


def rows(data):
    with open(Path(data) / "closet.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def part(row):
    """train, validation or test: the published split, and of the rest every tenth row held out too."""
    if row["split"] == "extra":
        return "validation" if int(row["n"]) % 10 == 7 else "train"
    return row["split"]


def targets(selected):
    """Class indexes, one column a head; UNKNOWN where a row has no label from the head's vocabulary."""
    index = {head: {name: i for i, name in enumerate(names)} for head, names in HEADS.items()}
    return torch.tensor([[index[h].get(row[COLUMNS[h]], UNKNOWN) for h in HEADS] for row in selected])


def pictures(data, selected, side):
    """Every picture squashed to side x side, uint8 (N, 3, side, side), in the order of the rows."""
    with tarfile.open(Path(data) / "closet.tar") as archive:
        encoded = {Path(m.name).stem: archive.extractfile(m).read() for m in archive.getmembers() if m.isfile()}
    store = torch.empty(len(selected), 3, side, side, dtype=torch.uint8)

    def decode(position):
        picture = Image.open(io.BytesIO(encoded[selected[position]["n"]])).convert("RGB")
        squashed = picture.resize((side, side), Image.BICUBIC, reducing_gap=3)
        store[position] = torch.from_numpy(np.array(squashed)).permute(2, 0, 1)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(decode, range(len(selected))))
    return store
