"""Makes the shipped files of a checkpoint: ONNX file, manifest entry, arrays for the parity test.

    python3 training/export.py reader|parser|style|imagenet --checkpoint reader.pt --data ../shared/data --version 2026-11

Temperatures and thresholds come from the parts that never trained.
"""
import argparse
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

import augment
import closet
import manifest
import outfits
import parse
import products
import quantize
import reader
import street
import style
import upright
import worn
from backbone import Backbone, folded
from learning import checkpoint_of

SHIPPED = manifest.ROOT / "models"
PARITY = manifest.ROOT / "tests" / "Drape.Tests" / "Inference" / "Parity"
CLOSET = "closet (github.com/alexeygrigorev/clothing-dataset, free for any purpose)"
OUTFITS = "outfits (github.com/bearpaw/clothing-co-parsing, Apache-2.0)"
FACES = "faces (FairFace, CC BY 4.0)"
PRODUCTS = "products (Fashion Product Images, MIT)"
SIDES = (upright.SIDE, 160, 224)  # of the reader's inputs; a photo's turn is read at the size of a shop's picture
# The one that each kind of photo is read at, whatever its own size: near the size at which the network learned that kind. On what
# never trained, garments on floors are named rightly more often at 224 than at 288 pixels, worn ones at 160, a shop's at 96.
SHOP, WORN, LYING = SIDES
AREA = {"parser": parse.FINE[0] * parse.FINE[1], "style": style.WIDTH * style.HEIGHT}
# Heads that a reading states; the ten published labels exist to compare with published figures.
HIDDEN = {"label10", "colour", "baseColour", upright.HEAD}
# Share of stated answers that shall be right; of turns how sure all looks together must be, for few photos lie on their side.
TARGET = {"type": 0.75, "pattern": 0.8, "style": 0.5, upright.HEAD: 0.995}
USUAL_TARGET = 0.8
FLOOR = {"style": 0.0}  # the least confidence that is stated at all; of styles the nearest one is of use, too
USUAL_FLOOR = 0.35
# Learnt of a shop's pictures only: nothing tells how often they are right in the street or of what lies on a floor, so there they are
# never stated.
SHOP_ONLY = ("gender", "season", "usage")
# A jacket is a suit only with trousers; which types the two are.
SUITS = {"suit": ["suit"], "trousers": ["trousers"]}


class ShippedReader(nn.Module):
    """The reader without batch norm and dropout: the heads' logits in their order, then the embedding."""

    def __init__(self, network):
        super().__init__()
        self.network = network
        self.network.backbone = folded(network.backbone)

    def forward(self, picture):
        logits, embedding = self.network(picture)
        return tuple(logits[name] for name in self.network.names) + (embedding,)


class ShippedParser(nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network
        self.network.backbone = folded(network.backbone)

    def forward(self, picture):
        return self.network(picture)[:1]


class ShippedStyle(ShippedParser):
    def forward(self, picture):
        return self.network(picture)


class ImageNet(nn.Module):
    """The plain backbone's pooled features, of unit length: what the embedding is compared with."""

    def __init__(self, backbone):
        super().__init__()
        self.backbone = folded(backbone)

    def forward(self, picture):
        return (F.normalize(self.backbone(picture).mean((2, 3)), dim=1),)


def seen_by(network, data):
    """Pictures of the training parts, as inputs: the ranges of the int8 twin's values come from them."""
    photos = outfits.Outfits(data)
    street = photos.photos[torch.nonzero(~photos.held_out).flatten()[::50]]
    selected = [row for row in closet.rows(data) if closet.part(row) == "train"][::100]
    flat = closet.pictures(data, selected, reader.STORED)
    if network == "style":
        many = photos.photos[torch.nonzero(~photos.held_out).flatten()[::14]]
        return [augment.squashed(part, style.WIDTH, style.HEIGHT) for part in many.split(12)]
    if network == "parser":
        return [augment.squashed(street, *parse.FINE), augment.squashed(flat, 384, 384)]
    places, shop = products.pictures(data, "products-large", 224, 224)
    return [augment.squashed(flat, LYING, LYING), augment.squashed(street[:, :, 100:300, 76:276], WORN, WORN),
            augment.squashed(shop[::40], SHOP, SHOP)]


def choice(name, logits, truth, classes, output=None, **more):
    """A head that answers with one class, calibrated on held-out logits."""
    warmth = manifest.temperature(logits, truth)
    target = TARGET.get(name, USUAL_TARGET)
    probabilities = (logits / warmth).softmax(1)
    known = truth >= 0
    right = (probabilities[known].argmax(1) == truth[known]).float().mean().item()
    print(f"{name}: held out {right:.4f} of {int(known.sum())}, temperature {warmth:.3f}", flush=True)
    limits = [0.0] * len(classes) if name in HIDDEN else manifest.thresholds(
        probabilities, truth, target, FLOOR.get(name, USUAL_FLOOR))
    return {"name": name, "kind": "choice", "output": output or name, "reported": name not in HIDDEN,
            "classes": list(classes), "temperature": warmth, "targetPrecision": target, "thresholds": limits, **more}


def export_reader(options, checkpoint):
    every = checkpoint["heads"]
    heads = {name: classes for name, classes in every.items() if name != upright.HEAD}
    network = reader.Reader(Backbone(options.backbone), every)
    network.load_state_dict(checkpoint["network"])
    network.eval()
    selected = [row for row in closet.rows(options.data) if closet.part(row) == "validation"]
    home, _ = reader.predict(network, closet.pictures(options.data, selected, reader.STORED), LYING)
    rows = {row["id"]: row for row in products.rows(options.data)}
    places, pictures = products.pictures(options.data, "products", 60, 80)
    held = [i for i in places if i in rows and products.held_out(i)]
    shop, _ = reader.predict(network, pictures[[places[i] for i in held]], SHOP)
    truths = products.closet_targets(selected, heads), products.targets([rows[i] for i in held], heads)
    entries = []
    for column, (name, classes) in enumerate(heads.items()):
        logits, truth = (home, truths[0]) if name in closet.HEADS else (shop, truths[1])
        said = {"type": products.closet_words, "articleType": lambda: products.meanings(rows.values())}.get(name)
        never = {scene: {"thresholds": [1] * len(classes)} for scene in [*worn.SCENES, "lying"]}
        more = {"scenes": never} if name in SHOP_ONLY else {}  # of what is worn, worn.py fits the type
        if name == "type":
            more["roles"] = SUITS
        entries.append(choice(name, logits[name], truth[:, column], classes, **({"implies": said()} if said else {}), **more))
    if upright.HEAD in every:
        standing = upright.upright(options.data, True, torch.Generator().manual_seed(1))
        shown, truth = (torch.cat(part) for part in zip(*(upright.seen(network, pictures) for pictures in standing.values())))
        with torch.no_grad():
            logits = network.heads[list(every).index(upright.HEAD)](shown)
        entries.append(choice(upright.HEAD, logits, truth, every[upright.HEAD]))
    entries.append({"name": "embedding", "kind": "embedding", "output": "embedding", "reported": False, "classes": [],
                    "size": reader.EMBEDDING})
    sizes = [(side, side) for side in SIDES]
    return manifest.rounded(ShippedReader(network).eval()), list(every) + ["embedding"], entries, \
        {"sizes": [list(s) for s in sizes], "lying": [LYING, LYING], "shop": [SHOP, SHOP], "worn": [WORN, WORN]}, sizes, f"{CLOSET}; {PRODUCTS}; {OUTFITS}; {FACES}"


def export_parser(options, checkpoint):
    network = parse.Parser(Backbone(options.backbone))
    network.load_state_dict(checkpoint["network"])
    entry = {"name": "groups", "kind": "map", "output": "groups", "reported": False, "classes": outfits.NAMES,
             "roles": {"background": ["background"], "skin": ["skin"], "hair": ["hair"], "footwear": ["footwear"],
                       "pairs": ["footwear", "legwear"]}, "merges": outfits.GROUPS,
             "types": street.shares(options.data), "words": outfits.WORDS, "stride": 4, "temperature": 1.0,
             "targetPrecision": TARGET["type"],
             "thresholds": [0.0] * len(outfits.NAMES)}  # those without a type get theirs of worn.py
    return manifest.rounded(ShippedParser(network.eval()).eval()), ["groups"], [entry], \
        {"area": AREA["parser"], "multiple": 32, "enlarge": 3}, [parse.FINE, (384, 384)], f"{OUTFITS}; products-large (MIT); {CLOSET}; {FACES}"


def export_style(options, checkpoint):
    network = style.Style(Backbone(options.backbone))
    network.load_state_dict(checkpoint["network"])
    network.eval()
    photos = outfits.Outfits(options.data)
    _, _, named = style.targets(photos)
    held = torch.nonzero(photos.held_out).flatten()
    logits, formality, warmth = style.predict(network, photos.photos[held])
    levels = [str(i) for i in range(1, style.LEVELS + 1)]
    truth = {n: torch.tensor([int(photos.styles[i][n]) - 1 for i in held.tolist()]) for n in ("formality", "warmth")}
    entries = [choice("style", logits, named[held, 0], outfits.STYLES, map="style_map", stride=32)]
    for name, values in (("formality", formality), ("warmth", warmth)):
        entries.append({"name": name, "kind": "scale", "output": name, "reported": True, "classes": levels,
                        "temperature": manifest.temperature(values, truth[name])})
    return manifest.rounded(ShippedStyle(network).eval()), ["style", "style_map", "formality", "warmth"], entries, \
        {"area": AREA["style"], "multiple": 32}, [(style.WIDTH, style.HEIGHT), (288, 288)], OUTFITS


def export_imagenet(options, _):
    entry = {"name": "embedding", "kind": "embedding", "output": "embedding", "reported": False, "classes": [], "size": 1280}
    return manifest.rounded(ImageNet(Backbone(options.backbone)).eval()), ["embedding"], [entry], \
        {"sizes": [[160, 160]]}, [(160, 160)], "ImageNet, by the authors of MobileNetEdgeTPU; not trained further"


def export(options):
    torch.set_num_threads(options.threads)
    checkpoint = checkpoint_of(options.checkpoint) if options.checkpoint else None
    shipped, names, heads, size, sizes, data = globals()[f"export_{options.network}"](options, checkpoint)
    models = Path(options.models)
    models.mkdir(parents=True, exist_ok=True)
    file = models / f"{options.network}-{options.version}.onnx"
    across, down = sizes[0]
    axes = {n: {0: "batch"} for n in ["picture", *names]}
    if len(sizes) > 1:
        axes["picture"].update({2: "height", 3: "width"})
    for name in names:
        if name in ("groups", "style_map"):
            axes[name].update({2: "rows", 3: "columns"})
    torch.onnx.export(shipped, torch.zeros(2, 3, down, across), str(file), opset_version=17, input_names=["picture"],
                      output_names=names, dynamic_axes=axes)
    manifest.simplify(file)
    quantized = None
    if options.int8:
        quantized = file.with_name(f"{file.stem}-int8.onnx")
        quantize.quantize(file, quantized, seen_by(options.network, options.data))
        manifest.halve(quantized)
    manifest.halve(file)
    manifest.enter(models, {
        "name": options.network, "version": options.version, "file": "", "sha256": "", "licence": "Apache-2.0", "data": data,
        "input": {"name": "picture", **size, "mean": [127.5] * 3, "deviation": [127.5] * 3},
        "heads": heads, "figures": {}}, file, quantized)
    # A trial's arrays lie beside its network: the tests' are of what is shipped.
    arrays = PARITY / f"{options.network}.json" if models.resolve() == SHIPPED.resolve() else models / f"{options.network}-parity.json"
    arrays.parent.mkdir(parents=True, exist_ok=True)
    manifest.parity(shipped, names, sizes, arrays)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("network", choices=("reader", "parser", "style", "imagenet"))
    parser.add_argument("--checkpoint", help="what the recipe wrote; imagenet needs none")
    parser.add_argument("--data", default="../shared/data", help="folder with the sets")
    parser.add_argument("--backbone", default="../shared/pretrained/mobilenet_edgetpu_1.0.npz")
    parser.add_argument("--version", required=True, help="such as 2026-11; part of the file's name")
    parser.add_argument("--int8", action="store_true", help="make the int8 twin, too")
    parser.add_argument("--models", default=str(SHIPPED), help="the folder to write network and manifest to")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    export(arguments())
