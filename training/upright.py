"""Teaches the finished reader which way up a photo is: whoever photographs a garment from above holds the phone any way.

One more head on features that stay as they are. Every picture of a training part is shown in its four turns, at the size of
a shop's picture, which is enough to tell them apart: garments as they lie, street photos whole, in parts and side by side,
shop pictures, faces.

Writes a checkpoint; training/export.py makes the shipped files of it.
"""
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import augment
import closet
import outfits
import products
import reader
from backbone import Backbone
from faces import Faces
from learning import accuracies, answers, checkpoint_of, cross_entropy, placed, recipe, schedule, settled, shuffled

HEAD = "turn"
TURNS = ("0", "90", "180", "270")  # degrees clockwise by which a picture is to be turned to stand upright
SIDE = 96
ROW = (2, 6)  # people side by side


def squares(pieces):
    """uint8 (N, 3, SIDE, SIDE) of pieces of any size."""
    resized = [F.interpolate(piece[None].float(), (SIDE, SIDE), mode="bilinear", antialias=True)[0] for piece in pieces]
    return torch.stack(resized).round().byte()


def halves(photos, generator):
    """Upper parts of street photos: from the head to the hips, down to no more than the shoulders."""
    found = []
    for photo in photos:
        high, wide = photo.shape[1:]
        down, share, across = torch.rand(3, generator=generator).tolist()
        width = (0.6 + 0.4 * share) * wide
        left = across * (wide - width)
        found.append(photo[:, :int((0.2 + 0.4 * down) * high), int(left):int(left + width)])
    return squares(found)


def parts(photos, generator):
    """Pieces of street photos, upright or wide: somebody's half, a torso, legs, a head with shoulders."""
    found = []
    for photo in photos:
        high, wide = photo.shape[1:]
        tall, shape, down, across = torch.rand(4, generator=generator).tolist()
        height = (0.25 + 0.5 * tall) * high
        width = min(wide, height * 0.5 * 4.5 ** shape)
        top, left = down * (high - height), (0.3 + 0.4 * across) * (wide - width)
        found.append(photo[:, int(top):int(top + height), int(left):int(left + width)])
    return squares(found)


def rows(photos, count, generator):
    """People side by side, cut out of as many street photos."""
    wide = photos.shape[3]
    middles = photos[:, :, :, int(0.15 * wide):int(0.85 * wide)]
    found = []
    for _ in range(count):
        several = int(torch.randint(ROW[0], ROW[1] + 1, (), generator=generator))
        chosen = torch.randperm(len(middles), generator=generator)[:several]
        found.append(torch.cat(list(middles[chosen]), 2))
    return squares(found)


def upright(data, held, generator):
    """uint8 pictures that stand upright, by their kind: of the parts that train, or of those that never do."""
    selected = [row for row in closet.rows(data) if closet.part(row) == ("validation" if held else "train")]
    street = outfits.Outfits(data)
    photos = street.photos[street.held_out == held]
    places, shop = products.pictures(data, "products-large", 224, 224)
    faces = Faces(data, 1)
    portraits = faces.held if held else torch.stack([torch.from_numpy(p).permute(2, 0, 1) for p in faces.pictures[::4]])
    return {
        "closet": closet.pictures(data, selected, reader.STORED),
        "street": photos,
        "half": halves(photos, generator),
        "part": parts(photos, generator),
        "row": rows(photos, len(photos) // 4, generator),
        "products": shop[[place for identity, place in places.items() if products.held_out(identity) == held]],
        "face": portraits,
    }


@torch.no_grad()
def seen(network, pictures, batch=64):
    """What the heads see of pictures in their four turns (4 N, features), and which turn each needs (4 N)."""
    network.eval()
    found = []
    for start in range(0, len(pictures), batch):
        x = augment.squashed(pictures[start:start + batch], SIDE, SIDE)
        found.append(torch.stack([
            answers(lambda shown: network.pooled(network.begun(shown)), torch.rot90(x, turn, (2, 3))).float()
            for turn in range(len(TURNS))], 1))
    features = torch.cat(found)
    return features.flatten(0, 1), torch.arange(len(TURNS)).repeat(len(features))


def train(options):
    generator = settled(options)
    checkpoint = checkpoint_of(options.start)
    heads = {**checkpoint["heads"], HEAD: list(TURNS)}
    network = reader.Reader(Backbone(options.backbone), heads)
    missing, _ = network.load_state_dict(checkpoint["network"], strict=False)
    assert all(name.startswith(f"heads.{len(heads) - 1}.") for name in missing), missing
    network = placed(network)
    held = {kind: seen(network, pictures) for kind, pictures in upright(options.data, True, generator).items()}
    shown = upright(options.data, False, generator)
    for kind, pictures in shown.items():  # half of them mirrored
        mirrored = torch.rand(len(pictures), generator=generator) < 0.5
        pictures[mirrored] = pictures[mirrored].flip(3)
    print({kind: len(pictures) for kind, pictures in shown.items()}, flush=True)
    features, truth = (torch.cat(part) for part in zip(*(seen(network, pictures) for pictures in shown.values())))
    del shown
    network = network.cpu()  # what is left to learn is no work

    mean, deviation = features.mean(0), features.std(0).clamp(min=1e-3)
    features = (features - mean) / deviation
    learner = network.heads[-1].train()

    def report(when):
        learner.eval()
        with torch.no_grad():
            found = {kind: accuracies({HEAD: learner((x - mean) / deviation)}, y[:, None], {HEAD: TURNS})[HEAD] for kind, (x, y) in held.items()}
        print(f"{when}: " + " ".join(f"{kind} {value:.4f}" for kind, value in found.items()), flush=True)
        learner.train()

    adam = torch.optim.AdamW([{"params": list(learner.parameters()), "scale": 1.0}], lr=options.rate, weight_decay=0.1)
    every, started = torch.arange(len(truth)), time.time()
    total, step = options.epochs * (len(every) // options.batch), 0
    for epoch in range(options.epochs):
        for chosen in shuffled(every, options.batch, generator):
            schedule(adam, options.rate, step, total, 20)
            loss = cross_entropy(learner(F.dropout(features[chosen], 0.3)), truth[chosen])
            adam.zero_grad()
            loss.backward()
            adam.step()
            step += 1
        report(f"epoch {epoch + 1}/{options.epochs} {time.time() - started:.0f} s")
    first = learner[0]  # looks at the features as they are
    first.weight.data /= deviation
    first.bias.data -= first.weight.data @ mean
    torch.save({**checkpoint, "heads": heads, "network": network.state_dict(), "options": vars(options)}, options.out)


def arguments():
    parser = recipe(__doc__, "closet, outfits, products-large, faces", "upright.pt", 1e-3, 0, (1, "epochs"))
    parser.add_argument("--start", required=True, help="the finished reader's checkpoint")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=512)
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
