"""Trains the deeper half of a finished reader on shop pictures, down to a rate of nothing, and holds it to itself elsewhere.

reader.py weighs few phone photos as much as many shop pictures; its answers about the latter stay short of what plain
epochs of them teach. Here the layers up to a stride of 8 stay as they are, so that what they make of every picture is
had once and a step costs little. Each step shows a large batch of shop pictures with their labels; of closet photos,
street crops, large shop pictures and copies of small ones it shows a few, of which the network shall say what it said at
the start (its logits and its embedding, Hinton et al. 2015): that tells more than their labels could.

Writes a checkpoint; refit.py and export.py take it.
"""
import time
from collections import Counter
from dataclasses import dataclass

import torch
import torch.nn.functional as F

import augment
import closet
import products
import reader
import street
from backbone import STRIDES, Backbone
from learning import Descent, accuracies, answers, checkpoint_of, cross_entropy, freeze, placed, recipe, settled, shuffled

CLOSET_SIDE = 192
COPIED = 12  # of every so many shop pictures one is shown as a copy, too
SOFT = 2.0  # the temperature at which answers are compared
WEIGHT = {"type": 0.4, "pattern": 0.0, "label10": 0.0, "colour": 0.4, "articleType": 1.0, "subCategory": 0.6,
          "masterCategory": 0.6, "gender": 1.0, "baseColour": 0.7, "season": 0.3, "usage": 0.8}


@dataclass
class Shown:
    """What the fixed layers make of pictures, and what the network said of them at the start."""

    features: torch.Tensor
    logits: torch.Tensor  # of all heads, side by side
    embedding: torch.Tensor


@torch.no_grad()
def shown(network, batches):
    found = []
    for x in batches:
        features = answers(network.begun, x)
        logits, embedding = answers(network.answered, features)
        found.append((features.bfloat16(), torch.cat(list(logits.values()), 1).bfloat16(), embedding.bfloat16()))
    return Shown(*(torch.cat(part) for part in zip(*found)))


def distorted(pictures, side, generator, *how, batch=64):
    for part in pictures.split(batch):
        yield augment.distort(part, side, generator, *how)


def enlarged(pictures, batch=256):
    for part in pictures.split(batch):
        yield augment.normalise(reader.Stock.enlarged(part))


def astray(embedding, wanted):
    return (1 - (embedding * wanted.float()).sum(1)).mean()


def kept(found, logits, embedding):
    """How far answers and embedding are from those of the start."""
    loss, first = 2 * astray(found[1], embedding), 0
    for head, answer in found[0].items():
        wanted, first = (logits[:, first:first + answer.shape[1]].float() / SOFT).softmax(1), first + answer.shape[1]
        loss = loss + reader.WEIGHT[head] * SOFT ** 2 * F.kl_div((answer / SOFT).log_softmax(1), wanted, reduction="batchmean")
    return loss


def elsewhere(network, options, heads, small, view, generator):
    """What is not to be unlearnt, each with the number of pictures a step: closet, street, large shop pictures, copies."""
    flat = closet.pictures(options.data, [row for row in closet.rows(options.data) if closet.part(row) == "train"], reader.STORED)
    crops, _, held = street.crops(options.data, 192, heads)
    places, large = products.pictures(options.data, "products-large", 224, 224)
    large = large[torch.tensor([place for i, place in places.items() if not products.held_out(i)])]
    home = shown(network, distorted(flat, CLOSET_SIDE, generator, 0.5, 0.4))
    copies = shown(network, enlarged(augment.copied(small[::COPIED], generator)))
    copies.embedding = view.embedding[::COPIED]  # a copy shall lie where its picture does
    yield home, 12
    yield shown(network, distorted(crops[~held], reader.STREET_SIDE, generator, 0.6, 0.4)), 8
    yield home, 12
    yield shown(network, distorted(large[::2], reader.STREET_SIDE, generator, 0.6, 0.4)), 8
    yield home, 12
    yield copies, 24


def train(options):
    generator = settled(options)
    checkpoint = checkpoint_of(options.start)
    heads = checkpoint["heads"]
    network = reader.Reader(Backbone(options.backbone), heads)
    network.load_state_dict(checkpoint["network"])
    network = placed(network).eval()
    for index, layer in network.backbone.layers.items():
        layer.requires_grad_(int(index) > STRIDES[8][0])

    started = time.time()
    rows = {row["id"]: row for row in products.rows(options.data)}
    places, pictures = products.pictures(options.data, "products", 60, 80)
    train, held = ([i for i in places if i in rows and products.held_out(i) == out] for out in (False, True))
    truth = {part: products.targets([rows[i] for i in ids], heads) for part, ids in (("train", train), ("held", held))}
    small = pictures[torch.tensor([places[i] for i in train])]
    view = shown(network, enlarged(torch.cat([small, small.flip(3)])))  # each as it is and mirrored
    print(f"{len(small)} shop pictures, {time.time() - started:.0f} s", flush=True)
    beside = list(elsewhere(network, options, heads, small, view, generator))
    held = pictures[torch.tensor([places[i] for i in held])]
    rows = [row for row in closet.rows(options.data) if closet.part(row) == "validation"]
    home, home_truth = closet.pictures(options.data, rows, reader.STORED), products.closet_targets(rows, heads)
    print(f"{[len(other.features) for other, _ in beside]} others, {time.time() - started:.0f} s", flush=True)

    descent = Descent(network, options, options.steps, warm=50, quicker=4.0)
    average, started, losses, order = descent.average.network, time.time(), Counter(), iter(())
    last = options.stop or options.steps
    for step in range(last):
        freeze(network)
        chosen = next(order, None)
        if chosen is None:
            order = iter(shuffled(torch.arange(2 * len(small)), options.plain, generator))
            chosen = next(order)
        with descent.step():
            logits, embedding = answers(network.answered, view.features[chosen])
            loss = astray(embedding, view.embedding[chosen])
            for column, (head, answer) in enumerate(logits.items()):
                loss = loss + WEIGHT[head] * cross_entropy(answer, truth["train"][chosen % len(small), column], options.smoothing)
            loss.backward()
            place = step % len(beside)
            other, count = beside[place]
            few = torch.randint(len(other.features), (count,), generator=generator)
            distance = kept(answers(network.answered, other.features[few]), other.logits[few], other.embedding[few])
            (options.hold * distance).backward()
        losses["shop"] += loss.item() / options.tell
        losses[f"kept {place}"] += distance.item() / options.tell * len(beside)
        if (step + 1) % options.tell == 0:
            told = " ".join(f"{kind} {value:.3f}" for kind, value in sorted(losses.items()))
            print(f"step {step + 1}/{options.steps} {told} {(time.time() - started) / (step + 1):.2f} s", flush=True)
            losses.clear()
        if (step + 1) % options.look == 0 or step + 1 == last:
            torch.save({"network": average.state_dict(), "heads": heads, "options": vars(options)}, options.out)
            for name, shot, side, known in (("closet", home, 288, home_truth), ("shop", held, reader.SMALL_SIDE, truth["held"])):
                right = accuracies(reader.predict(average, shot, side)[0], known, heads)
                print(f"  {name}: " + " ".join(f"{head} {value:.4f}" for head, value in right.items()), flush=True)


def arguments():
    parser = recipe(__doc__, "closet, products, products-large, outfits", "shop.pt", 1.5e-4, 0.995, (300, "steps"))
    parser.add_argument("--start", required=True, help="the checkpoint of a finished reader, which teaches itself")
    parser.add_argument("--steps", type=int, default=900)
    parser.add_argument("--stop", type=int, help="stop after so many steps of it")
    parser.add_argument("--plain", type=int, default=128, help="shop pictures a step, each once before any comes again")
    parser.add_argument("--hold", type=float, default=1.0, help="weight of what is not to be unlearnt")
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--tell", type=int, default=50, help="print the loss every so many steps")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
