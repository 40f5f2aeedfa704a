"""Shop pictures that widen the closet's classes: products-large, its catalog words mapped to the closet's names.

A word that fits more than one of the closet's names, or none, is left out: the head does not learn from that picture.
"""
import csv
import io
import tarfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image

import closet

TYPES = {
    "Tshirts": "t-shirt", "Shirts": "shirt", "Jeans": "jeans", "Trousers": "trousers", "Track Pants": "joggers",
    "Leggings": "leggings", "Shorts": "shorts", "Skirts": "skirt", "Dresses": "dress", "Sweaters": "sweater",
    "Jackets": "jacket", "Rain Jacket": "jacket", "Blazers": "blazer", "Waistcoat": "vest", "Jumpsuit": "jumpsuit",
    "Rompers": "jumpsuit", "Sports Shoes": "sneakers", "Heels": "heels", "Flats": "flats", "Sandals": "sandals",
    "Flip Flops": "sandals", "Sports Sandals": "sandals", "Formal Shoes": "formal-shoes", "Caps": "hat", "Hat": "hat",
    "Scarves": "scarf", "Mufflers": "scarf", "Camisoles": "tank-top", "Innerwear Vests": "tank-top", "Suits": "suit",
    "Briefs": "underwear", "Trunk": "underwear", "Boxers": "underwear",
}
COLOURS = {
    "Black": "black", "White": "white", "Off White": "white", "Grey": "gray", "Grey Melange": "gray",
    "Charcoal": "gray", "Beige": "beige", "Cream": "beige", "Brown": "brown", "Coffee Brown": "brown", "Tan": "brown",
    "Red": "red", "Maroon": "red", "Burgundy": "red", "Pink": "pink", "Magenta": "pink", "Orange": "orange",
    "Yellow": "yellow", "Mustard": "yellow", "Green": "green", "Olive": "green", "Sea Green": "green",
    "Lime Green": "green", "Blue": "blue", "Navy Blue": "navy", "Purple": "purple", "Lavender": "purple",
    "Multi": "multicolor",
}


def load(data, side):
    """(pictures uint8 (N, 3, side, side), targets (N, heads) as closet.targets) of pictures with a mapped type."""
    with open(Path(data) / "products.csv", newline="", encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file) if row["articleType"] in TYPES}
    selected, pictures = [], []
    with tarfile.open(Path(data) / "products-large.tar") as archive:
        for member in archive:
            row = rows.get(Path(member.name).stem) if member.isfile() else None
            if row is None:
                continue
            picture = Image.open(io.BytesIO(archive.extractfile(member).read())).convert("RGB")
            pictures.append(torch.from_numpy(np.array(picture.resize((side, side), Image.BICUBIC))).permute(2, 0, 1))
            selected.append({"type": TYPES[row["articleType"]], "colour": COLOURS.get(row["baseColour"], ""),
                             "pattern": "", "owner_label": ""})
    return torch.stack(pictures), closet.targets(selected)
