"""Teaches a parser that somebody near is somebody: close-ups of faces, of which no photo of the street set shows any.

On all other photos it shall answer as it did (learning without forgetting, Li and Hoiem 2016): on them it learns from its own
answers before this run, at the size at which it shall read.

Writes a checkpoint; training/export.py makes the shipped files of it.
"""
import time

import torch
import torch.nn.functional as F

import augment
import closet
import faces
from backbone import Backbone
from learning import Descent, answers, checkpoint_of, freeze, placed, recipe, settled
from outfits import Outfits
from parse import FINE, Parser, figures, loss_of, scaled, transformed


def viewed(photos, generator):
    """Random crops of photos in another light, (N, 3, height, width) at the size at which the network reads."""
    return transformed(photos, torch.zeros(len(photos), 1, 1), FINE, generator)[0]


def unlike(logits, seen, before, seen_before):
    """How far answers are from those of before: the divergence of every place's groups, and of what the photo shows."""
    places = -(before.softmax(1) * (logits.log_softmax(1) - before.log_softmax(1))).sum(1).mean()
    return places + 0.5 * F.binary_cross_entropy_with_logits(seen, seen_before.sigmoid())


def sights(seen):
    """Cross entropy of what a close-up of a face shows, and of what it cannot show."""
    truth = torch.zeros_like(seen)
    truth[:, faces.SKIN] = 1
    known = [faces.SKIN, *faces.ABSENT]
    return F.binary_cross_entropy_with_logits(seen[:, known], truth[:, known])


@torch.no_grad()
def faces_seen(network, people):
    """The share of held-out faces in whose middle the network sees skin."""
    network.eval()
    right = 0
    for pictures in people.held.split(8):
        logits, _ = answers(network, augment.squashed(pictures, 384, 384))
        right += int((logits[:, :, 48, 48].argmax(1) == faces.SKIN).sum())
    return right / len(people.held)


def train(options):
    generator = settled(options)
    outfits, people = Outfits(options.data), faces.Faces(options.data, options.seed)
    street = torch.nonzero(~outfits.held_out).flatten()
    held = torch.nonzero(outfits.has_mask & outfits.held_out).flatten()
    selected = [row for row in closet.rows(options.data) if closet.part(row) == "train"][::8]
    flat = scaled(closet.pictures(options.data, selected, 320), FINE)

    teacher, network = (Parser(Backbone(options.backbone)) for _ in range(2))
    for one in (teacher, network):
        one.load_state_dict(checkpoint_of(options.start)["network"])
        placed(one)
    teacher.eval()
    descent = Descent(network, options, options.steps, 10)
    started = time.time()

    def some(photos, count):
        return photos[torch.randint(len(photos), (count,), generator=generator)]

    for step in range(options.steps):
        freeze(network)
        x = torch.cat([viewed(outfits.photos[some(street, options.batch)], generator), viewed(some(flat, options.flat), generator)])
        near = [people.near(FINE) for _ in range(options.faces)]
        shown, told = transformed(torch.stack([p for p, _ in near]), torch.stack([m for _, m in near]), FINE, generator)
        with torch.no_grad():
            before, seen_before = answers(teacher, x)
        logits, seen = answers(network, torch.cat([x, shown]))
        apart = unlike(logits[:len(x)].float(), seen[:len(x)], before.float(), seen_before)
        loss = options.keep * apart + loss_of(logits[len(x):], told) + 0.5 * sights(seen[len(x):])
        with descent.step():
            loss.backward()
        if (step + 1) % options.look == 0 or step + 1 == options.steps:
            average = descent.average.network
            accuracy, overlap, _ = figures(average, outfits, held, FINE)
            print(f"step {step + 1}/{options.steps} loss {loss.item():.3f} apart {apart.item():.3f} {time.time() - started:.0f} s  held out: "
                  f"pixels {accuracy:.4f} IoU {overlap:.4f} faces {faces_seen(average, people):.3f}", flush=True)
            torch.save({"network": average.state_dict(), "options": vars(options)}, options.out)


def arguments():
    parser = recipe(__doc__, "outfits.tar, closet.tar, faces.tar", "parser.pt", 5e-5, 0.97, (40, "steps"))
    parser.add_argument("--start", required=True, help="a checkpoint of training/parse.py")
    parser.add_argument("--steps", type=int, default=120)
    parser.add_argument("--batch", type=int, default=4, help="street photos in a batch")
    parser.add_argument("--flat", type=int, default=2, help="closet photos in a batch")
    parser.add_argument("--faces", type=int, default=3, help="close-ups of faces in a batch")
    parser.add_argument("--keep", type=float, default=3.0, help="how much the answers of before weigh")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
