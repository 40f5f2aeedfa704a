"""Trains the reader's beginning, on the closet alone: type, pattern, published label and colour name of one garment.

A run walks through --epochs at one input side. The shipped network took several, as training/make-reader does: the
first at small pictures, which cost a third, the last at a size at which cloth can be seen.

Writes a checkpoint, from which training/reader.py goes on.
"""
import time

import torch
import torch.nn as nn

import augment
import closet
from backbone import Backbone, calibrate
from learning import Descent, accuracies, answers, checkpoint_of, cross_entropy, placed, recipe, settled, shuffled

STORED = 320  # pictures are kept at this side and cropped from it; the closet has 256 x 341 and alike
WEIGHT = {"type": 1.0, "pattern": 0.7, "label10": 0.5, "colour": 0.5}


class Reader(nn.Module):
    """One backbone, one linear head a question. Input (N, 3, H, W) in -1..1; logits (N, classes) by head."""

    def __init__(self, backbone, heads):
        super().__init__()
        self.backbone = backbone
        self.dropout = nn.Dropout(0.3)
        self.names = list(heads)
        self.heads = nn.ModuleList(nn.Linear(backbone.width, len(classes)) for classes in heads.values())
        for head in self.heads:
            nn.init.normal_(head.weight, std=0.01)
            nn.init.zeros_(head.bias)

    def heads_by_name(self):
        return {name: head.state_dict() for name, head in zip(self.names, self.heads)}

    def forward(self, x):
        pooled = self.dropout(self.backbone(x).float().mean((2, 3)))
        return {name: head(pooled) for name, head in zip(self.names, self.heads)}


@torch.no_grad()
def predict(network, pictures, side, batch=64, exact=False):
    """Logits by head of uint8 pictures."""
    network.eval()
    found = []
    for start in range(0, len(pictures), batch):
        found.append(answers(network, augment.squashed(pictures[start:start + batch], side, side), exact))
    return {head: torch.cat([f[head] for f in found]) for head in found[0]}


def resume(network, checkpoint):
    """Takes a checkpoint's weights over; heads that it does not have start afresh."""
    network.backbone.load_state_dict(checkpoint["backbone"])
    for name, head in zip(network.names, network.heads):
        if name in checkpoint["heads"]:
            head.load_state_dict(checkpoint["heads"][name])


def train(options):
    generator = settled(options)
    selected = closet.rows(options.data)
    pictures, truth = closet.pictures(options.data, selected, STORED), closet.targets(selected)
    parts = {name: torch.tensor([i for i, row in enumerate(selected) if closet.part(row) == name])
             for name in ("train", "validation", "test")}
    print({name: len(indexes) for name, indexes in parts.items()}, flush=True)

    heads = {name: closet.HEADS[name] for name in options.heads.split(",")}
    columns = [list(closet.HEADS).index(name) for name in heads]
    network = Reader(Backbone(options.backbone), heads)
    if options.start:
        resume(network, checkpoint_of(options.start))
    else:
        calibrate(network.backbone, augment.normalise(pictures[parts["train"][:96]]))
    network = placed(network)
    batches = len(parts["train"]) // options.batch
    descent = Descent(network, options, options.epochs * batches, batches, options.decay)
    for epoch in range(options.stop or options.epochs):
        started, losses = time.time(), 0.0
        network.train()
        for chosen in shuffled(parts["train"], options.batch, generator):
            x = augment.distort(pictures[chosen], options.side, generator, options.crop, options.light)
            y = truth[chosen][:, columns]
            partner, share = None, 1.0
            if torch.rand(1, generator=generator).item() < options.mix:
                x, partner, share = augment.mix(x, generator)
            logits = answers(network, x, options.float32)
            loss = 0
            for column, head in enumerate(logits):
                of = share * cross_entropy(logits[head], y[:, column], options.smoothing)
                if partner is not None:
                    of = of + (1 - share) * cross_entropy(logits[head], y[partner, column], options.smoothing)
                loss = loss + WEIGHT[head] * of
            with descent.step():
                loss.backward()
            losses += loss.item()
        line = f"epoch {epoch + 1}/{options.epochs} loss {losses / batches:.3f} {time.time() - started:.0f} s"
        if (epoch + 1) % options.look == 0 or epoch + 1 == (options.stop or options.epochs):
            average = descent.average.network
            logits = predict(average, pictures[parts["validation"]], options.side, exact=options.float32)
            found = accuracies(logits, truth[parts["validation"]][:, columns], heads)
            line += "  validation " + " ".join(f"{head} {value:.4f}" for head, value in found.items())
            torch.save({"backbone": average.backbone.state_dict(),
                        "heads": average.heads_by_name(), "options": vars(options)}, options.out)
        print(line, flush=True)


def arguments():
    parser = recipe(__doc__, "closet.tar and closet.csv", "reader.pt", 4e-4, 0.998, (2, "epochs"))
    parser.add_argument("--start", help="a checkpoint to go on from")
    parser.add_argument("--heads", default=",".join(closet.HEADS), help="the questions to train, with commas")
    parser.add_argument("--epochs", type=int, default=42, help="length of the learning rate's cosine")
    parser.add_argument("--stop", type=int, help="stop after so many epochs of it")
    parser.add_argument("--side", type=int, default=208, help="input side of the network in pixels")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--decay", type=float, default=0.05)
    parser.add_argument("--smoothing", type=float, default=0.1)
    parser.add_argument("--mix", type=float, default=0.5, help="share of batches that are mixed")
    parser.add_argument("--crop", type=float, default=0.45, help="smallest area of a crop, as a share of the picture")
    parser.add_argument("--light", type=float, default=1, help="how strongly light and colours are changed")
    parser.add_argument("--float32", action="store_true", help="no bfloat16, for processors without it")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
