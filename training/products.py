"""The products set: small shop pictures with their catalog's attributes; here only to warm up a backbone."""
import csv
import io
import tarfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image

ATTRIBUTES = ("articleType", "baseColour", "gender", "usage")
UNKNOWN = -1


def load(data, side):
    """(pictures uint8 (N, 3, side, side), class indexes (N, 4), {attribute: classes}) of all labelled pictures."""
    with open(Path(data) / "products.csv", newline="", encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    vocabulary = {a: sorted({row[a] for row in rows.values() if row[a]}) for a in ATTRIBUTES}
    index = {a: {name: i for i, name in enumerate(names)} for a, names in vocabulary.items()}
    store = torch.empty(len(rows), 3, side, side, dtype=torch.uint8)
    truth = torch.full((len(rows), len(ATTRIBUTES)), UNKNOWN)
    count = 0
    with tarfile.open(Path(data) / "products.tar") as archive:
        for member in archive:
            row = rows.get(Path(member.name).stem) if member.isfile() else None
            if row is None:
                continue
            picture = Image.open(io.BytesIO(archive.extractfile(member).read())).convert("RGB")
            store[count] = torch.from_numpy(np.array(picture.resize((side, side), Image.BICUBIC))).permute(2, 0, 1)
            truth[count] = torch.tensor([index[a].get(row[a], UNKNOWN) for a in ATTRIBUTES])
            count += 1
    return store[:count], truth[:count], vocabulary
