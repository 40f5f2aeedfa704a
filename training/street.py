"""Crops of garments from the street photos with masks, with the type that their tag names."""
from collections import Counter
from pathlib import Path

import torch
import torch.nn.functional as F
from scipy import ndimage

from learning import UNKNOWN
from outfits import GROUP_OF, GROUPS, HEIGHT, NAMES, TYPES as TYPES_OF, WIDTH, Outfits, held_out, table

# The set's tags in the closet's names; tags that fit more than one name are left out.
TYPES = {
    "t-shirt": "t-shirt", "top": "top", "bodysuit": "bodysuit", "shirt": "shirt", "blouse": "blouse",
    "cardigan": "cardigan", "jumper": "sweater", "sweater": "sweater", "sweatshirt": "sweatshirt", "hoodie": "hoodie",
    "jacket": "jacket", "blazer": "blazer", "suit": "suit", "coat": "coat", "vest": "vest", "dress": "dress",
    "romper": "jumpsuit", "skirt": "skirt", "pants": "trousers", "jeans": "jeans", "shorts": "shorts",
    "leggings": "leggings", "tights": "leggings", "boots": "boots", "flats": "flats", "heels": "heels", "pumps": "heels",
    "wedges": "heels", "loafers": "formal-shoes", "sandals": "sandals", "sneakers": "sneakers", "hat": "hat",
    "scarf": "scarf",
}
LEAST = 0.004  # smallest share of a photo that a garment must fill
ALIKE = 0.3  # of a group's things, what is shared alike by its types: for some of them the set has no tag


def shares(data):
    """By group the types that a thing of it may have, each with the share of such things in the photos that train, by their tags."""
    tags = Counter(tag for identity, row in table(Path(data) / "outfits-tags.csv").items() if not held_out(identity)
                   for tag in set(row["tags"].split()))
    found = {}
    for group, types in TYPES_OF.items():
        seen = Counter()
        for tag in GROUPS[group]:
            seen[TYPES.get(tag)] += tags[tag]
        del seen[None]
        total = sum(seen.values())
        found[group] = {name: round(ALIKE / len(types) + (1 - ALIKE) * (seen[name] / total if total else 1 / len(types)), 3) for name in types}
    return found


def crops(data, side, heads):
    """(pictures uint8 (N, 3, side, side), targets (N, heads), held out (N)): each with a margin of an eighth around it."""
    outfits = Outfits(data)
    tags = {identity: row["tags"].split() for identity, row in table(Path(data) / "outfits-tags.csv").items()}
    index = {head: {name: i for i, name in enumerate(names)} for head, names in heads.items()}
    columns = list(heads)
    pictures, truth, held = [], [], []
    for position in torch.nonzero(outfits.has_mask).flatten().tolist():
        mask = outfits.masks[position].numpy()
        found = []
        for group in range(3, len(NAMES)):
            # Of a group with two tags (boots and sneakers, say) nobody knows which is where.
            types = {TYPES.get(tag) for tag in tags[outfits.ids[position]] if GROUP_OF.get(tag) == group}
            here = mask == group
            if len(types) != 1 or here.mean() < LEAST:
                continue
            box = ndimage.find_objects(here.astype(int))[0]
            found.append((int(here.sum()), types.pop(), box))
        largest = max((f[0] for f in found), default=0)
        for pixels, name, (down, across) in found:
            h, w = down.stop - down.start, across.stop - across.start
            top, bottom = max(down.start - h // 8, 0), min(down.stop + h // 8, HEIGHT)
            left, right = max(across.start - w // 8, 0), min(across.stop + w // 8, WIDTH)
            crop = outfits.photos[position:position + 1, :, top:bottom, left:right].float()
            pictures.append(F.interpolate(crop, (side, side), mode="bilinear", antialias=True)[0].round().byte())
            row = torch.full((len(columns),), UNKNOWN)
            row[columns.index("type")] = index["type"].get(name, UNKNOWN)
            style = outfits.styles[position]
            if pixels == largest and style:
                row[columns.index("pattern")] = index["pattern"].get(style["pattern"], UNKNOWN)
            truth.append(row)
            held.append(bool(outfits.held_out[position]))
    return torch.stack(pictures), torch.stack(truth), torch.tensor(held)
