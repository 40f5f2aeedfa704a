"""Trains the style network: the style of a whole outfit, where it is seen, how formal and how warm the outfit is.

The style's logits are the mean of a map (N, styles, H/32, W/32), so that a style's class activation map (Zhou et al.
2016) is not an afterthought: it is what the answer is made of. The annotators named one or two styles a photo; the
network learns both.

Writes a checkpoint; training/export.py makes the shipped files of it.
"""
import argparse
import math
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import augment
from backbone import Backbone
from learning import Average, calibration_error, optimizer, schedule
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
    count = len(photos)

    def uniform(low, high):
        return torch.empty(count).uniform_(low, high, generator=generator)

    size, stretch = uniform(math.log(0.65), math.log(1.05)).exp(), uniform(-0.1, 0.1).exp()
    width, height = size * stretch, size / stretch
    mirrored = (torch.rand(count, generator=generator) < 0.5).float() * -2 + 1
    turn, ratio = uniform(-0.12, 0.12), HEIGHT / WIDTH
    across, down = uniform(-1, 1) * (1 - width).clamp(min=0), uniform(-1, 1) * (1 - height).clamp(min=0)
    affine = torch.stack([torch.stack([width * turn.cos() * mirrored, -height * turn.sin() * ratio, across], 1),
                          torch.stack([width * turn.sin() * mirrored / ratio, height * turn.cos(), down], 1)], 1)
    grid = F.affine_grid(affine, (count, 3, HEIGHT, WIDTH), align_corners=False)
    x = F.grid_sample(augment.normalise(photos), grid, padding_mode="reflection", align_corners=False)
    return augment.relight(x, generator, 0.6)


@torch.no_grad()
def predict(network, photos, batch=16):
    """Logits of style, formality and warmth, both the photo and its mirror image seen once."""
    network.eval()
    found = []
    for start in range(0, len(photos), batch):
        x = F.interpolate(augment.normalise(photos[start:start + batch]), (HEIGHT, WIDTH), mode="bilinear",
                          align_corners=False, antialias=True).to(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            style, _, formality, warmth = network(x)
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
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    generator = torch.Generator().manual_seed(options.seed)
    outfits = Outfits(options.data)
    styles, levels, named = targets(outfits)
    train_on, held = torch.nonzero(~outfits.held_out).flatten(), torch.nonzero(outfits.held_out).flatten()

    network = Style(Backbone(options.backbone)).to(memory_format=torch.channels_last)
    start = torch.load(options.start)["network"]
    if "style.weight" in start:
        network.load_state_dict(start)
    else:
        network.backbone.load_state_dict({k[len("backbone."):]: v for k, v in start.items() if k.startswith("backbone.")},
                                         strict=False)  # the parser leaves out the last layer
    average = Average(network, options.average)
    adam = optimizer(network.backbone, [p for n, p in network.named_parameters() if not n.startswith("backbone.")],
                     options.rate, decay=options.decay, quicker=4.0)
    rarity = styles[train_on].sum(0).clamp(min=10) ** -options.balance
    rarity = rarity / (styles[train_on] @ rarity).mean()
    batches = len(train_on) // options.batch
    total, step = options.epochs * batches, 0
    for epoch in range(options.epochs):
        started, losses = time.time(), 0.0
        network.train()
        for module in network.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eval()
        order = train_on[torch.randperm(len(train_on), generator=generator)]
        for b in range(batches):
            schedule(adam, options.rate, step, total, batches)
            chosen = order[b * options.batch:(b + 1) * options.batch]
            x, s, l = transformed(outfits.photos[chosen], generator), styles[chosen], levels[chosen]
            if torch.rand(1, generator=generator).item() < options.mix:
                x, partner, share = augment.mix(x, generator, 0.5)
                s, l = share * s + (1 - share) * s[partner], share * l + (1 - share) * l[partner]
            with torch.autocast("cpu", torch.bfloat16):
                style, _, formality, warmth = network(x.to(memory_format=torch.channels_last))
            s = 0.92 * s + 0.08 / len(STYLES)
            loss = -(s * rarity * style.log_softmax(1)).sum(1).mean()
            for place, logits in enumerate((formality, warmth)):
                loss = loss - 0.4 * (l[:, place] * logits.log_softmax(1)).sum(1).mean()
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5)
            adam.step()
            average.update(network)
            losses, step = losses + loss.item(), step + 1
        line = f"epoch {epoch + 1}/{options.epochs} loss {losses / batches:.3f} {time.time() - started:.0f} s"
        if (epoch + 1) % options.look == 0 or epoch + 1 == options.epochs:
            found = figures(average.network, outfits, held, levels, named)
            line += "  held out: " + " ".join(f"{name} {value:.4f}" for name, value in found.items())
            torch.save({"network": average.network.state_dict(), "options": vars(options)}, options.out)
        print(line, flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data", help="folder with outfits.tar and outfits-styles.csv")
    parser.add_argument("--backbone", default="../shared/pretrained/mobilenet_edgetpu_1.0.npz")
    parser.add_argument("--start", required=True, help="the parser's checkpoint, whose backbone to go on from, or one of this recipe")
    parser.add_argument("--out", default="style.pt", help="the checkpoint to write")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--decay", type=float, default=0.1)
    parser.add_argument("--mix", type=float, default=0.6)
    parser.add_argument("--balance", type=float, default=0.25, help="how much more a rare style weighs: frequency to the minus this")
    parser.add_argument("--average", type=float, default=0.99)
    parser.add_argument("--look", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
