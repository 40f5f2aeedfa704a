"""The products sets: shop pictures and their catalog words, and how those words relate to the closet's names."""
import csv
import io
import tarfile
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from PIL import Image

import closet
from learning import UNKNOWN

QUESTIONS = ("gender", "masterCategory", "subCategory", "articleType", "baseColour", "season", "usage")

# Catalog words that mean one of the closet's names and nothing else; of other words the head does not learn.
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
# The other way: what a closet's type is in the catalog's words (master category, sub-category, article type if sure).
CATALOG = {
    "t-shirt": ("Apparel", "Topwear", "Tshirts"), "polo": ("Apparel", "Topwear", "Tshirts"),
    "tank-top": ("Apparel", None, None), "top": ("Apparel", "Topwear", "Tops"),
    "long-sleeve-top": ("Apparel", "Topwear", None), "shirt": ("Apparel", "Topwear", "Shirts"),
    "blouse": ("Apparel", "Topwear", None), "sweater": ("Apparel", "Topwear", "Sweaters"),
    "cardigan": ("Apparel", "Topwear", None), "hoodie": ("Apparel", "Topwear", "Sweatshirts"),
    "sweatshirt": ("Apparel", "Topwear", "Sweatshirts"), "blazer": ("Apparel", "Topwear", "Blazers"),
    "jacket": ("Apparel", "Topwear", "Jackets"), "coat": ("Apparel", "Topwear", None),
    "dress": ("Apparel", "Dress", "Dresses"), "jeans": ("Apparel", "Bottomwear", "Jeans"),
    "trousers": ("Apparel", "Bottomwear", "Trousers"), "leggings": ("Apparel", "Bottomwear", "Leggings"),
    "joggers": ("Apparel", "Bottomwear", "Track Pants"), "shorts": ("Apparel", "Bottomwear", "Shorts"),
    "skirt": ("Apparel", "Bottomwear", "Skirts"), "sneakers": ("Footwear", "Shoes", None),
    "boots": ("Footwear", "Shoes", None), "heels": ("Footwear", "Shoes", "Heels"), "flats": ("Footwear", "Shoes", "Flats"),
    "formal-shoes": ("Footwear", "Shoes", "Formal Shoes"), "sandals": ("Footwear", None, None),
    "hat": ("Accessories", "Headwear", None), "scarf": ("Accessories", None, None),
    **{name: ("Apparel", None, None) for name in ("bodysuit", "jumpsuit", "suit", "underwear", "vest")},
}


COARSER = ("masterCategory", "subCategory")


def closet_words():
    """What the closet's types say of the catalog's coarser words."""
    return {name: {head: word for head, word in zip(COARSER, words) if word} for name, words in CATALOG.items()}


def meanings(selected):
    """What each article type says of the coarser words (of the few with several, the most frequent pair) and of the closet's type."""
    pairs = {}
    for row in selected:
        pairs.setdefault(row["articleType"], Counter())[tuple(row[head] for head in COARSER)] += 1
    return {name: {**dict(zip(COARSER, found.most_common(1)[0][0])), **({"type": TYPES[name]} if name in TYPES else {})}
            for name, found in pairs.items()}


def held_out(identity):
    """Every tenth picture, by its number, never trains."""
    return int(identity) % 10 == 7


def rows(data):
    with open(Path(data) / "products.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def vocabularies(data):
    """The classes of each question, the most frequent first: the order of a network's logits."""
    table = rows(data)
    counted = {q: Counter(row[q] for row in table if row[q]) for q in QUESTIONS}
    return {q: [name for name, _ in sorted(c.items(), key=lambda item: (-item[1], item[0]))] for q, c in counted.items()}


def targets(selected, heads):
    """Class indexes (N, heads) of products' rows for every head, the closet's included where the words are plain."""
    index = {head: {name: i for i, name in enumerate(names)} for head, names in heads.items()}
    found = torch.full((len(selected), len(heads)), UNKNOWN)
    for position, row in enumerate(selected):
        for column, head in enumerate(heads):
            word = {"type": TYPES.get(row["articleType"]), "colour": COLOURS.get(row["baseColour"])}.get(head, row.get(head))
            found[position, column] = index[head].get(word, UNKNOWN)
    return found


def closet_targets(selected, heads):
    """The same of closet rows: their own names, and the catalog's words for their type."""
    own = closet.targets(selected)
    found = torch.full((len(selected), len(heads)), UNKNOWN)
    for column, head in enumerate(heads):
        if head in closet.HEADS:
            found[:, column] = own[:, list(closet.HEADS).index(head)]
            continue
        place = {"masterCategory": 0, "subCategory": 1, "articleType": 2}.get(head)
        if place is not None:
            index = {name: i for i, name in enumerate(heads[head])}
            found[:, column] = torch.tensor([index.get(CATALOG.get(r["type"], (None,) * 3)[place], UNKNOWN) for r in selected])
    return found


def pictures(data, archive, width, height):
    """({id: position}, uint8 (N, 3, height, width)) of every picture of an archive: products or products-large."""
    places, found = {}, []
    with tarfile.open(Path(data) / f"{archive}.tar") as file:
        for member in file:
            if member.isfile():
                picture = Image.open(io.BytesIO(file.extractfile(member).read())).convert("RGB")
                if picture.size != (width, height):
                    picture = picture.resize((width, height), Image.BICUBIC)
                places[Path(member.name).stem] = len(found)
                found.append(torch.from_numpy(np.array(picture)).permute(2, 0, 1))
    return places, torch.stack(found)
