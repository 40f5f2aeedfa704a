"""Makes the shipped reader of a checkpoint: ONNX file, manifest entry, and arrays for the parity test.

    python3 training/export.py --checkpoint reader.pt --data ../shared/data --version 2026-11

Temperatures and thresholds come from the validation part, which never trained.
"""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import augment
import closet
from backbone import Backbone, folded
from reader import STORED, Reader, predict, resume

ROOT = Path(__file__).resolve().parent.parent
PARITY = ROOT / "tests" / "Drape.Tests" / "Garments" / "reader-parity.json"
DATA = "closet (github.com/alexeygrigorev/clothing-dataset, free for any purpose), 4,043 pictures"
# Heads that a reading states; the ten published labels exist to compare with published figures.
REPORTED = {"type", "pattern"}


class Shipped(nn.Module):
    """The reader as it is shipped: without batch norm and dropout, its answers in the order of the heads."""

    def __init__(self, network):
        super().__init__()
        self.backbone = folded(network.backbone)
        self.names, self.heads = network.names, network.heads

    def forward(self, picture):
        pooled = self.backbone(picture).mean((2, 3))
        return tuple(head(pooled) for head in self.heads)


def temperature(logits, truth):
    """The temperature of least negative log likelihood (Guo et al. 2017), by trying a fine grid."""
    known = truth >= 0
    tried = np.exp(np.linspace(np.log(0.3), np.log(3), 200))
    losses = [F.cross_entropy(logits[known] / t, truth[known]).item() for t in tried]
    return float(tried[int(np.argmin(losses))])


def threshold(probabilities, truth, window=25):
    """The confidence below which the best class is wrong more often than right, by a window over sorted answers."""
    known = truth >= 0
    confidence, best = probabilities[known].max(1)
    order = confidence.argsort()
    right = (best == truth[known])[order].float()
    if len(right) <= window:
        return 0.0
    share = right.unfold(0, window, 1).mean(1)
    below = torch.nonzero(share < 0.5).flatten()
    return min(float(confidence[order][below[-1] + window // 2]), 0.5) if len(below) else 0.0


def parity(shipped, side):
    """Logits of a picture made by a formula: bytes (x * 5 + y * 3 + channel * 70 + (x * y) % 31) % 256, 320 x 448."""
    height, width = 448, 320
    y, x = np.mgrid[0:height, 0:width]
    picture = np.stack([(x * 5 + y * 3 + c * 70 + (x * y) % 31) % 256 for c in range(3)]).astype(np.uint8)
    planes = F.interpolate(augment.normalise(torch.from_numpy(picture)[None]), (side, side), mode="bilinear",
                           align_corners=False, antialias=True)
    with torch.no_grad():
        outputs = shipped(planes)
    return {"width": width, "height": height,
            "logits": {name: [round(v, 5) for v in out[0].tolist()] for name, out in zip(shipped.names, outputs)}}


def export(options):
    torch.set_num_threads(options.threads)
    checkpoint = torch.load(options.checkpoint)
    side = checkpoint["options"]["side"]
    network = Reader(Backbone(options.backbone), closet.HEADS)
    resume(network, checkpoint)
    network.eval()
    shipped = Shipped(network).eval()

    models = Path(options.models)
    models.mkdir(parents=True, exist_ok=True)
    file = models / f"reader-{options.version}.onnx"
    names = network.names
    torch.onnx.export(
        shipped, torch.zeros(2, 3, side, side), str(file), opset_version=17, input_names=["picture"],
        output_names=names,
        dynamic_axes={n: {0: "batch"} for n in ["picture", *names]})

    selected = [row for row in closet.rows(options.data) if closet.part(row) == "validation"]
    truth = closet.targets(selected)
    logits = predict(network, closet.pictures(options.data, selected, STORED), side)
    heads = []
    for column, name in enumerate(names):
        warmth = temperature(logits[name], truth[:, column])
        probabilities = (logits[name] / warmth).softmax(1)
        known = truth[:, column] >= 0
        right = (probabilities[known].argmax(1) == truth[known, column]).float().mean()
        limit = threshold(probabilities, truth[:, column]) if name in REPORTED else 0.0
        print(f"{name}: validation {right:.4f} of {int(known.sum())}, temperature {warmth:.3f}, threshold {limit:.3f}")
        heads.append({"name": name, "output": name, "reported": name in REPORTED, "classes": list(closet.HEADS[name]),
                "temperature": round(warmth, 4), "threshold": round(limit, 4)})

    entry = {"name": "reader", "version": options.version, "file": file.name,
             "sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "licence": "Apache-2.0", "data": DATA,
             "input": {"name": "picture", "width": side, "height": side, "mean": [127.5] * 3, "deviation": [127.5] * 3},
             "heads": heads, "figures": {}}
    manifest = models / "models.json"
    listed = json.loads(manifest.read_text()) if manifest.exists() else {"models": []}
    for old in models.glob("reader-*.onnx"):
        if old != file:
            old.unlink()
    listed["models"] = [m for m in listed["models"] if m["name"] != "reader"] + [entry]
    manifest.write_text(json.dumps(listed, indent=2) + "\n")
    Path(options.parity).write_text(json.dumps(parity(shipped, side)) + "\n")
    print(f"{file.name}: {file.stat().st_size / 1e6:.1f} MB")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", default="reader.pt")
    parser.add_argument("--data", default="../shared/data", help="folder with closet.tar and closet.csv")
    parser.add_argument("--backbone", default="../shared/pretrained/mobilenet_edgetpu_1.0.npz")
    parser.add_argument("--version", required=True, help="such as 2026-11; part of the file's name")
    parser.add_argument("--models", default=str(ROOT / "models"), help="the folder to write network and manifest to")
    parser.add_argument("--parity", default=str(PARITY), help="the file to write the parity test's arrays to")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    export(arguments())
