"""Fits the reader's heads for the catalog's words anew, on what the finished backbone makes of every shop picture.

The recipe of all kinds of pictures leaves these heads short of what the features hold. Only they change here: what is
answered of the closet, and the embedding, stay as they are. Closet photos whose type has a catalog's word learn along,
so that the heads keep serving phone photos.

Writes a checkpoint; training/export.py makes the shipped files of it.
"""
import time

import torch
import torch.nn as nn
import torch.nn.functional as F

import augment
import closet
import products
import reader
from backbone import Backbone
from learning import accuracies, answers, checkpoint_of, cross_entropy, placed, recipe, schedule, settled, shuffled


@torch.no_grad()
def features(network, pictures, side, batch=64):
    """What the heads see of uint8 pictures."""
    network.eval()
    found = []
    for start in range(0, len(pictures), batch):
        x = augment.squashed(pictures[start:start + batch], side, side)
        found.append(answers(lambda shown: network.pooled(network.begun(shown)), x).float())
    return torch.cat(found)


def train(options):
    generator = settled(options)
    checkpoint = checkpoint_of(options.start)
    heads = checkpoint["heads"]
    network = reader.Reader(Backbone(options.backbone), heads)
    network.load_state_dict(checkpoint["network"])
    network = placed(network)

    rows = {row["id"]: row for row in products.rows(options.data)}
    places, pictures = products.pictures(options.data, "products", 60, 80)
    home = [row for row in closet.rows(options.data) if closet.part(row) == "train"][::options.closet]
    seen, truth = {}, {}
    for part, held in (("train", False), ("held", True)):
        ids = [i for i in places if i in rows and products.held_out(i) == held]
        seen[part] = features(network, pictures[[places[i] for i in ids]], reader.SMALL_SIDE)
        truth[part] = products.targets([rows[i] for i in ids], heads)
    flat = features(network, closet.pictures(options.data, home, reader.STORED), 224)
    seen["train"] = torch.cat([seen["train"], flat])
    truth["train"] = torch.cat([truth["train"], products.closet_targets(home, heads)])
    network = network.cpu()  # what is left to learn is no work
    print({part: len(rows) for part, rows in seen.items()}, flush=True)

    fitted = {name: network.heads[i] for i, name in enumerate(heads) if name in products.QUESTIONS}
    columns = {name: list(heads).index(name) for name in fitted}

    def report(when):
        with torch.no_grad():
            logits = {name: head(seen["held"]) for name, head in fitted.items()}
        found = accuracies(logits, truth["held"][:, list(columns.values())], fitted)
        print(f"{when}: " + " ".join(f"{name} {value:.4f}" for name, value in found.items()), flush=True)

    report("before")
    adam = torch.optim.AdamW([{"params": [p for head in fitted.values() for p in head.parameters()], "scale": 1.0}],
                             lr=options.rate, weight_decay=0.01)
    every, started = torch.arange(len(seen["train"])), time.time()
    total, step = options.epochs * (len(every) // options.batch), 0
    for epoch in range(options.epochs):
        for chosen in shuffled(every, options.batch, generator):
            schedule(adam, options.rate, step, total, 20)
            x = F.dropout(seen["train"][chosen], 0.3)
            loss = sum(cross_entropy(head(x), truth["train"][chosen, columns[name]], options.smoothing)
                       for name, head in fitted.items())
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([p for head in fitted.values() for p in head.parameters()], 5)
            adam.step()
            step += 1
        report(f"epoch {epoch + 1}/{options.epochs} {time.time() - started:.0f} s")
    torch.save({**checkpoint, "network": network.state_dict(), "options": vars(options)}, options.out)


def arguments():
    parser = recipe(__doc__, "closet, products", "refit.pt", 1e-3, 0, (1, "epochs"))
    parser.add_argument("--start", required=True, help="a checkpoint of reader.py, or an average of some")
    parser.add_argument("--closet", type=int, default=2, help="every n-th closet photo learns along")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=512)
    parser.add_argument("--smoothing", type=float, default=0.05)
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
