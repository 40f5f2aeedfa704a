"""Close-ups of faces: what the parser learns of people who stand nearer than anybody in a street photo.

The set has no masks. Where skin surely is, the landmarks tell: within the oval of the face, but for eyes and brows, before
which glasses may be. Of hair, hats and cloth around it nothing is known, only that no shoes or trousers are there.
"""
import io
import tarfile
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw

from outfits import NAMES, UNTOLD, held_out

SIDE = 144  # of a picture
# Landmarks of the MediaPipe face mesh: the oval of the face, and around eyes and brows.
OVAL = [10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172,
        58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109]
EYES = [70, 63, 105, 66, 107, 9, 336, 296, 334, 293, 300, 383, 372, 340, 346, 347, 348, 343, 412, 351, 6, 122, 188, 114, 128, 121,
        120, 119, 118, 117, 111, 143, 156]
# Groups that no close-up of a face shows.
ABSENT = [NAMES.index(name) for name in ("dress", "jumpsuit", "skirt", "trousers", "jeans", "shorts", "legwear", "footwear", "bag", "belt")]
SKIN = NAMES.index("skin")


def skin(points):
    """(SIDE, SIDE) uint8 of landmarks (478, 2) in 0..1: skin where it surely is, else untold."""
    mask = Image.new("L", (SIDE, SIDE), UNTOLD)
    draw = ImageDraw.Draw(mask)
    draw.polygon([tuple(point) for point in (points[OVAL] * SIDE).tolist()], fill=SKIN)
    draw.polygon([tuple(point) for point in (points[EYES] * SIDE).tolist()], fill=UNTOLD)
    return np.array(mask)


class Faces:
    """Faces to train on, (SIDE, SIDE, 3) uint8 with their masks, and some that never train: `held`, (N, 3, SIDE, SIDE)."""

    HELD = 80

    def __init__(self, data, seed):
        data, self.random = Path(data), np.random.default_rng(seed)
        marks = np.load(data / "faces-landmarks.npz")
        points = dict(zip(marks["id"].tolist(), marks["points"]))
        self.pictures, self.masks, held = [], [], []
        with tarfile.open(data / "faces.tar") as archive:
            for member in archive:
                identity = Path(member.name).stem
                if not member.isfile() or identity not in points or held_out(identity) and len(held) == self.HELD:
                    continue
                picture = np.array(Image.open(io.BytesIO(archive.extractfile(member).read())).convert("RGB"))
                if held_out(identity):
                    held.append(torch.from_numpy(picture).permute(2, 0, 1))
                else:
                    self.pictures.append(picture)
                    self.masks.append(skin(points[identity]))
        self.held = torch.stack(held)

    def near(self, size):
        """(picture (3, height, width) uint8, mask (height, width) uint8): a face that fills much of the frame."""
        random = self.random
        index = random.integers(len(self.pictures))
        width, height = size
        side = int(random.uniform(0.6 * width, 1.1 * height))
        across, down = (max(0, -(-(part - side) // 2)) for part in size)  # beyond the picture's edges its mirror image
        left = int((side + 2 * across - width) * random.uniform(0.3, 0.7))
        top = int((side + 2 * down - height) * random.uniform(0.2, 0.8))

        def framed(values, how):
            whole = np.array(Image.fromarray(values).resize((side, side), how))
            whole = np.pad(whole, ((down, down), (across, across), (0, 0))[:whole.ndim], mode="symmetric")
            return torch.from_numpy(whole[top:top + height, left:left + width].copy())

        return framed(self.pictures[index], Image.BICUBIC).permute(2, 0, 1), framed(self.masks[index], Image.NEAREST)
