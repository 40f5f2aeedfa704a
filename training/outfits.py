"""The outfits set: street photos, their masks merged to groups, their tags and styles, and the part held out."""
import csv
import io
import json
import tarfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from PIL import Image

# What the parser tells apart, and the set's tags that belong to it; the manifest states it as `merges`, and drape eval judges by that.
GROUPS = {
    "background": ["null"],
    "hair": ["hair"],
    "skin": ["skin"],
    "top": ["top", "t-shirt", "bodysuit"],
    "shirt": ["shirt", "blouse"],
    "knitwear": ["cardigan", "jumper", "sweater", "sweatshirt", "hoodie"],
    "jacket": ["jacket", "blazer", "suit"],
    "coat": ["coat", "cape"],
    "vest": ["vest"],
    "dress": ["dress"],
    "jumpsuit": ["romper"],
    "skirt": ["skirt"],
    "trousers": ["pants"],
    "jeans": ["jeans"],
    "shorts": ["shorts"],
    "legwear": ["leggings", "socks", "stockings", "tights"],
    "footwear": ["boots", "clogs", "flats", "heels", "loafers", "pumps", "sandals", "shoes", "sneakers", "wedges"],
    "bag": ["bag", "purse", "wallet"],
    "headwear": ["hat"],
    "scarf": ["scarf"],
    "eyewear": ["glasses", "sunglasses"],
    "belt": ["belt"],
}
# The closet's types that a thing of a group may have; of those with none the group's own name is all that is told.
TYPES = {
    "top": ["t-shirt", "polo", "tank-top", "top", "long-sleeve-top", "blouse", "bodysuit"],
    "shirt": ["shirt", "blouse", "polo", "top"],
    "knitwear": ["cardigan", "sweater", "sweatshirt", "hoodie", "long-sleeve-top"],
    "jacket": ["jacket", "blazer", "suit", "coat"],
    "coat": ["coat", "jacket", "blazer"],
    "vest": ["vest", "tank-top"],
    "dress": ["dress"],
    "jumpsuit": ["jumpsuit"],
    "skirt": ["skirt"],
    "trousers": ["trousers", "joggers", "jeans", "leggings", "suit"],
    "jeans": ["jeans", "trousers"],
    "shorts": ["shorts"],
    "legwear": ["leggings"],
    "footwear": ["sneakers", "boots", "heels", "flats", "formal-shoes", "sandals"],
    "headwear": ["hat"],
    "scarf": ["scarf"],
    "bag": [], "eyewear": [], "belt": [],
}
# What the groups without a type are in a catalog's words. Eyewear are glasses, too, of which its catalog sold none but sunglasses.
WORDS = {
    "bag": {"masterCategory": "Accessories", "subCategory": "Bags"},
    "eyewear": {"masterCategory": "Accessories", "subCategory": "Eyewear"},
    "belt": {"masterCategory": "Accessories", "subCategory": "Belts", "articleType": "Belts"},
}
NAMES = list(GROUPS)
GROUP_OF = {tag: i for i, tags in enumerate(GROUPS.values()) for tag in tags}
BACKGROUND = 0
UNTOLD = 255  # pixels of tags without a group (jewellery, gloves, ties, underwear): neither trained nor judged

STYLES = ("casual street business-casual formal dressy feminine girlish mode natural retro rock ethnic sporty "
          "preppy").split()
WIDTH, HEIGHT = 352, 528  # every photo is kept at this size; they are 352 wide and about half as high again


def held_out(identity):
    """Every tenth photo, by its number, never trains."""
    return int(identity) % 10 == 7


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


class Outfits:
    """Photos (N, 3, HEIGHT, WIDTH) and masks (N, HEIGHT, WIDTH), uint8; `has_mask` says which masks are true."""

    def __init__(self, data):
        data = Path(data)
        tags, styles = table(data / "outfits-tags.csv"), table(data / "outfits-styles.csv")
        with tarfile.open(data / "outfits.tar") as archive:
            files = {m.name: archive.extractfile(m).read() for m in archive.getmembers() if m.isfile()}
        self.ids = sorted(Path(name).stem for name in files if name.startswith("photos/"))
        labels = json.loads((data / "outfit-mask-labels.json").read_text())
        merge = np.full(256, UNTOLD, np.uint8)
        for index, label in enumerate(labels):
            merge[index] = GROUP_OF.get(label, UNTOLD)
        count = len(self.ids)
        self.photos = torch.empty(count, 3, HEIGHT, WIDTH, dtype=torch.uint8)
        self.masks = torch.full((count, HEIGHT, WIDTH), UNTOLD, dtype=torch.uint8)
        self.has_mask = torch.zeros(count, dtype=torch.bool)
        self.held_out = torch.tensor([held_out(i) for i in self.ids])
        self.styles = [styles.get(i) for i in self.ids]
        self.tagged = torch.zeros(count, len(NAMES), dtype=torch.bool)  # groups that a photo may show
        self.tagged[:, :3] = True

        def decode(position):
            identity = self.ids[position]
            photo = Image.open(io.BytesIO(files[f"photos/{identity}.jpg"])).convert("RGB")
            self.photos[position] = torch.from_numpy(
                np.array(photo.resize((WIDTH, HEIGHT), Image.BILINEAR))).permute(2, 0, 1)
            for tag in tags[identity]["tags"].split() if identity in tags else []:
                if tag in GROUP_OF:
                    self.tagged[position, GROUP_OF[tag]] = True
            mask = files.get(f"masks/{identity}.png")
            if mask is not None:
                mask = Image.open(io.BytesIO(mask)).resize((WIDTH, HEIGHT), Image.NEAREST)
                self.masks[position] = torch.from_numpy(merge[np.array(mask)])
                self.has_mask[position] = True

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(decode, range(count)))
