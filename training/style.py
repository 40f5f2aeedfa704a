"""Trains the style network: the style of a whole outfit, where it is seen, how formal and how warm the outfit is.

The style's logits are the mean of a map (N, styles, H/32, W/32), so that a style's class activation map (Zhou et al.
2016) is not an afterthought: it is what the answer is made of. The annotators named one or two styles a photo; the
network learns both.

Writes a checkpoint; training/export.py makes the shipped files of it.
"""
import time

import torch
import torch.nn as nn

import augment
from backbone import Backbone
from learning import Descent, answers, calibration_error, checkpoint_of, freeze, placed, recipe, settled, shuffled
from outfits import STYLES, Outfits

WIDTH, HEIGHT = 224, 352  # of a training picture; the network takes any multiple of 32
LEVELS = 5                # of formality and warmth, 1 to 5
SECOND = 0.35             # what the second style gets of the first one's certainty


class Style(nn.Module):
    """Input (N, 3, H, W) in -1..1; style logits, their map, logits of five levels of formality and of warmth."""

    def __init__(self, backbone):
        super().__init__()
        self.backbone = backbone
        self.dropout = nn.Dropout(0.4)
        self.style = nn.Conv2d(backbone.width, len(STYLES), 1)
        self.formality = nn.Linear(backbone.width, LEVELS)
        self.warmth = nn.Linear(backbone.width, LEVELS)
        for head in (self.style, self.formality, self.warmth):
            nn.init.normal_(head.weight, std=0.01)
            nn.init.zeros_(head.bias)

    def forward(self, x):
        features = self.backbone(x).float()
        features = features * self.dropout(torch.ones_like(features[:, :, :1, :1]))  # a channel everywhere or nowhere
        pooled = features.mean((2, 3))
        where = self.style(features).float()
        return where.mean((2, 3)), where, self.formality(pooled).float(), self.warmth(pooled).float()


def targets(outfits):
    """(styles (N, 14) summing to 1, levels of formality and warmth (N, 2, 5), first and second index (N, 2))."""
    count = len(outfits.ids)
    styles, levels, named = torch.zeros(count, len(STYLES)), torch.zeros(count, 2, LEVELS), torch.full((count, 2), -1)
    for i, row in enumerate(outfits.styles):
        first = STYLES.index(row["style1"])
        named[i, 0] = first
        styles[i, first] = 1.0
        if row["style2"]:
            second = STYLES.index(row["style2"])
            named[i, 1] = second
            styles[i, first], styles[i, second] = 1 - SECOND, SECOND
        for place, column in enumerate(("formality", "warmth")):
            level = float(row[column]) - 1
            near = torch.exp(-(torch.arange(LEVELS) - level) ** 2 / (2 * 0.5 ** 2))
            levels[i, place] = near / near.sum()
    return styles, levels, named


def transformed(photos, generator):
    """Random crop, turn and mirror of whole figures, then light and colour; (N, 3, HEIGHT, WIDTH)."""
    grid = augment.framed((len(photos), 3, HEIGHT, WIDTH), generator, 0.65, 1.05, stretch=0.1, turn=0.12)
    return augment.relight(augment.taken(photos, grid), generator, 0.6)


@torch.no_grad()
def predict(network, photos, batch=16):
    """Logits of style, formality and warmth, both the photo and its mirror image seen once."""
    network.eval()
    found = []
    for start in range(0, len(photos), batch):
        style, _, formality, warmth = answers(network, augment.squashed(photos[start:start + batch], WIDTH, HEIGHT))
        found.append((style, formality, warmth))
    return [torch.cat(part) for part in zip(*found)]


def figures(network, outfits, which, levels, named):
    style, formality, warmth = predict(network, outfits.photos[which])
    ranked, first, second = style.argsort(1, descending=True), named[which, :1], named[which, 1:]
    confidence, best = style.softmax(1).max(1)
    right = best == first[:, 0]
    scale = torch.arange(1, LEVELS + 1).float()
    errors = [(logits.softmax(1) @ scale - levels[which, place] @ scale).abs().mean().item()
              for place, logits in enumerate((formality, warmth))]
    return {"top1": right.float().mean().item(),
            "pair": (right | (best == second[:, 0])).float().mean().item(),
            "top3": (ranked[:, :3] == first).any(1).float().mean().item(),
            "ece": calibration_error(confidence, right), "formality": errors[0], "warmth": errors[1]}


def train(options):
    generator = settled(options)
    outfits = Outfits(options.data)
    styles, levels, named = targets(outfits)
    train_on, held = torch.nonzero(~outfits.held_out).flatten(), torch.nonzero(outfits.held_out).flatten()

    network = placed(Style(Backbone(options.backbone)))
    start = checkpoint_of(options.start)["network"]
    if "style.weight" in start:
        network.load_state_dict(start)
    else:
        network.backbone.load_state_dict({k[len("backbone."):]: v for k, v in start.items() if k.startswith("backbone.")},
                                         strict=False)  # the parser leaves out the last layer
    rarity = styles[train_on].sum(0).clamp(min=10) ** -options.balance
    rarity = rarity / (styles[train_on] @ rarity).mean()
    batches = len(train_on) // options.batch
    descent = Descent(network, options, options.epochs * batches, batches, options.decay, quicker=4.0)
    for epoch in range(options.epochs):
        started, losses = time.time(), 0.0
        freeze(network)
        for chosen in shuffled(train_on, options.batch, generator):
            x, s, l = transformed(outfits.photos[chosen], generator), styles[chosen], levels[chosen]
            if torch.rand(1, generator=generator).item() < options.mix:
                x, partner, share = augment.mix(x, generator, 0.5)
                s, l = share * s + (1 - share) * s[partner], share * l + (1 - share) * l[partner]
            style, _, formality, warmth = answers(network, x)
            s = 0.92 * s + 0.08 / len(STYLES)
            loss = -(s * rarity * style.log_softmax(1)).sum(1).mean()
            for place, logits in enumerate((formality, warmth)):
                loss = loss - 0.4 * (l[:, place] * logits.log_softmax(1)).sum(1).mean()
            with descent.step():
                loss.backward()
            losses += loss.item()
        line = f"epoch {epoch + 1}/{options.epochs} loss {losses / batches:.3f} {time.time() - started:.0f} s"
        if (epoch + 1) % options.look == 0 or epoch + 1 == options.epochs:
            average = descent.average.network
            found = figures(average, outfits, held, levels, named)
            line += "  held out: " + " ".join(f"{name} {value:.4f}" for name, value in found.items())
            torch.save({"network": average.state_dict(), "options": vars(options)}, options.out)
        print(line, flush=True)


def arguments():
    parser = recipe(__doc__, "outfits.tar and outfits-styles.csv", "style.pt", 2e-4, 0.99, (2, "epochs"))
    parser.add_argument("--start", required=True, help="the parser's checkpoint, whose backbone to go on from, or one of this recipe")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--decay", type=float, default=0.1)
    parser.add_argument("--mix", type=float, default=0.6)
    parser.add_argument("--balance", type=float, default=0.25, help="how much more a rare style weighs: frequency to the minus this")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
