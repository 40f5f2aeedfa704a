"""Teaches a parser the groups that few photos show: hats, scarves, vests and others that it hardly ever found.

Photos with masks are drawn by the rare groups that they show, every group alike; that they are drawn more often than they are
met is taken out of the answers again (logit adjustment, Menon et al. 2021). Photos that have only tags teach what is worn on them at all. On photos without any of these groups, on garments alone, faces and drawn people the network shall answer as it did
(learning without forgetting, Li and Hoiem 2016): hair is no hat, and a waistband no belt.

Writes a checkpoint; training/export.py makes the shipped files of it.
"""
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

import closet
import faces
from backbone import Backbone
from learning import Descent, answers, checkpoint_of, freeze, placed, recipe, settled
from near import unlike, viewed
from outfits import NAMES, UNTOLD, Outfits
from parse import FINE, Parser, figures, loss_of, predicted, presence_loss, scaled, transformed

RARE = [NAMES.index(name) for name in ("top", "knitwear", "vest", "jumpsuit", "headwear", "scarf", "belt")]
LEAST = 200  # pixels of a kept photo from which on a group is shown


def shown(masks):
    """(N, groups): which groups the masks of photos show."""
    return torch.stack([(masks == group).flatten(1).sum(1) >= LEAST for group in range(len(NAMES))], 1)


def oftener(shows, rare, share):
    """By group, (groups, 1, 1): the logarithm of how much oftener it is drawn by the `rare` ones than met, and of that a `share`."""
    met = shows.float().mean(0).clamp(min=1e-6)
    taken = torch.stack([shows[shows[:, group]].float().mean(0) for group in rare]).mean(0).clamp(min=1e-6)
    return share * (taken / met).log()[:, None, None]


def drawn(folder):
    """The pictures of a folder, (N, 3, height, width) uint8 at the size at which the network reads."""
    files = sorted(Path(folder).glob("*.jpg"))
    return torch.stack([torch.from_numpy(np.array(Image.open(file).convert("RGB").resize(FINE, Image.BILINEAR))).permute(2, 0, 1)
                        for file in files])


@torch.no_grad()
def found(network, outfits, which):
    """By rare group, the held-out photos that show it, those of them where it was found, and those where it is not but was."""
    truth, answer = shown(outfits.masks[which]), []
    for logits in predicted(network, outfits.photos[which], FINE):
        labels = F.interpolate(logits, outfits.masks.shape[1:], mode="bilinear", align_corners=False).argmax(1)
        answer.append(shown(labels))
    answer = torch.cat(answer)
    return [(NAMES[g], int(truth[:, g].sum()), int((truth & answer)[:, g].sum()), int((~truth & answer)[:, g].sum())) for g in RARE]


def train(options):
    generator = settled(options)
    outfits, people = Outfits(options.data), faces.Faces(options.data, options.seed)
    masked = outfits.has_mask & ~outfits.held_out
    held = torch.nonzero(outfits.has_mask & outfits.held_out).flatten()
    shows = torch.zeros(len(outfits.ids), len(NAMES), dtype=torch.bool)
    shows[masked] = shown(outfits.masks[masked])
    rare = [group for group in RARE if shows[:, group].any()]
    by_group = [torch.nonzero(shows[:, group]).flatten() for group in rare]
    plain = torch.nonzero(~outfits.held_out & ~outfits.tagged[:, RARE].any(1)).flatten()
    listed = torch.nonzero(~outfits.held_out & ~outfits.has_mask).flatten()
    selected = [row for row in closet.rows(options.data) if closet.part(row) == "train"][::8]
    flat, passers = scaled(closet.pictures(options.data, selected, 320), FINE), drawn(options.passers)
    print(f"{len(plain)} plain photos, {len(listed)} with tags only, {len(passers)} drawn; "
          + ", ".join(f"{NAMES[g]} {len(rows)}" for g, rows in zip(rare, by_group)), flush=True)

    teacher, network = (Parser(Backbone(options.backbone)) for _ in range(2))
    for one in (teacher, network):
        one.load_state_dict(checkpoint_of(options.start)["network"])
        placed(one)
    teacher.eval()
    often = oftener(shows[masked], rare, options.prior)
    descent = Descent(network, options, options.steps, 20)
    started = time.time()

    def some(count, limit):
        return torch.randint(limit, (count,), generator=generator)

    for step in range(options.steps):
        freeze(network)
        groups = some(options.batch, len(rare)).tolist()
        rows = torch.stack([by_group[g][some(1, len(by_group[g]))[0]] for g in groups])
        x, told = transformed(outfits.photos[rows], outfits.masks[rows], FINE, generator)
        tagged = listed[some(options.listed, len(listed))]
        only = viewed(outfits.photos[tagged], generator)
        near = torch.stack([people.near(FINE)[0] for _ in range(options.faces)])
        kept = torch.cat([viewed(photos, generator) for photos in (
            outfits.photos[plain[some(options.plain, len(plain))]], flat[some(options.flat, len(flat))],
            passers[some(options.drawn, len(passers))], near)])
        with torch.no_grad():
            before, seen_before = answers(teacher, kept)
        logits, seen = answers(network, torch.cat([x, only, kept]))
        a, b = len(x), len(x) + len(only)
        apart = unlike(logits[b:].float(), seen[b:], before.float(), seen_before)
        wanted = outfits.tagged[tagged][:, RARE].float()
        listing = F.binary_cross_entropy_with_logits(seen[a:b][:, RARE], wanted)
        loss = loss_of(logits[:a] + often, told) + 0.5 * presence_loss(seen[:a], told) + options.keep * apart + 0.5 * listing
        with descent.step():
            loss.backward()
        if (step + 1) % options.look == 0 or step + 1 == options.steps:
            average = descent.average.network
            accuracy, overlap, _ = figures(average, outfits, held, FINE)
            print(f"step {step + 1}/{options.steps} loss {loss.item():.3f} apart {apart.item():.3f} {time.time() - started:.0f} s  held out: "
                  f"pixels {accuracy:.4f} IoU {overlap:.4f}  "
                  + ", ".join(f"{name} {right} of {there} and {wrong} wrongly" for name, there, right, wrong in found(average, outfits, held)),
                  flush=True)
            torch.save({"network": average.state_dict(), "options": vars(options)}, options.out)


def arguments():
    parser = recipe(__doc__, "outfits.tar, closet.tar, faces.tar", "parser.pt", 1.5e-4, 0.99, (100, "steps"))
    parser.add_argument("--start", required=True, help="a checkpoint of training/near.py")
    parser.add_argument("--passers", required=True, help="a folder of drawn people (samples/Drape.Samples)")
    parser.add_argument("--steps", type=int, default=900)
    parser.add_argument("--batch", type=int, default=4, help="street photos in a batch that show a rare group")
    parser.add_argument("--listed", type=int, default=2, help="street photos in a batch that have only tags")
    parser.add_argument("--plain", type=int, default=2, help="street photos in a batch without any rare group")
    parser.add_argument("--flat", type=int, default=1, help="closet photos in a batch")
    parser.add_argument("--drawn", type=int, default=1, help="drawn people in a batch")
    parser.add_argument("--faces", type=int, default=1, help="close-ups of faces in a batch")
    parser.add_argument("--prior", type=float, default=0.5, help="how much of drawing them more often is taken out; others are drawn beside")
    parser.add_argument("--keep", type=float, default=3.0, help="how much the answers of before weigh")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
