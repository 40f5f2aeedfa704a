"""Trains the reader: everything Drape asks of one garment, in one network for phone photos, street and shop pictures.

It goes on from the network that training/single.py made of the closet alone. Every step shows it closet photos, crops
of street photos and shop pictures, each at the size they have; the closet's and the shop's in two views, from which the
embedding learns what is the same garment. Batch norm keeps the closet's statistics: each kind of picture has its own,
and one network must serve all.

Writes a checkpoint; training/export.py makes the shipped files of it.
"""
import time
from collections import Counter, deque
from dataclasses import dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

import augment
import closet
import products
import street
from backbone import STRIDES, Backbone
from learning import Descent, accuracies, answers, checkpoint_of, cross_entropy, freeze, placed, recipe, settled, shuffled

STORED = 320                         # closet photos are kept at this side and cropped from it
CLOSET_SIDES = (160, 192, 224, 256)  # a step draws one of them; read at 288, a garment then has the size it had here
STREET_SIDE = 160
SMALL_SIDE = 96                      # shop pictures of 60x80
LARGE_SIDE = 192                     # the same products at 224x224
EMBEDDING = 256
WEIGHT = {"type": 1.0, "pattern": 1.0, "label10": 0.4, "colour": 0.7, "articleType": 1.0, "subCategory": 0.4,
          "masterCategory": 0.3, "gender": 0.6, "baseColour": 0.7, "season": 0.3, "usage": 0.4}
DEEPER = {"turn": 64}  # heads with a hidden layer, and its width
PROXIES = ("type", "articleType", "pattern", "colour", "baseColour")  # what look-alikes should share


def deeper(width, hidden, classes):
    """A head with a hidden layer."""
    return nn.Sequential(nn.Linear(width, hidden), nn.ReLU(), nn.Dropout(0.3), nn.Linear(hidden, classes))


class Reader(nn.Module):
    """One backbone, one head a question, linear but for the `DEEPER` ones, an embedding. Input (N, 3, H, W) in -1..1.

    Beside the mean of the deepest features the heads see the mean and the largest value of two shallower layers:
    a pattern may show in one place only, and a colour's name needs what deep layers have been taught to ignore.
    """

    def __init__(self, backbone, heads):
        super().__init__()
        self.backbone = backbone
        self.names = list(heads)
        shallow = 2 * (STRIDES[8][1] + STRIDES[16][1])
        self.norm = nn.BatchNorm1d(shallow, affine=False, momentum=None)
        self.dropout = nn.Dropout(0.3)
        width = backbone.width + shallow
        self.heads = nn.ModuleList(
            deeper(width, DEEPER[name], len(classes)) if name in DEEPER else nn.Linear(width, len(classes))
            for name, classes in heads.items())
        self.embedding = nn.Linear(width, EMBEDDING, bias=False)
        for name, head in zip(self.names, self.heads):
            if name not in DEEPER:
                nn.init.normal_(head.weight, std=0.01)
                nn.init.zeros_(head.bias)

    def begun(self, x):
        """The first half of the work: features (N, 48, H/8, W/8)."""
        return self.backbone.layers_of(x, [STRIDES[8][0]])[0]

    def pooled(self, shallow):
        """What the heads see, from those features."""
        middle, deep = self.backbone.layers_of(shallow, [STRIDES[16][0], len(self.backbone.table) - 1], after=STRIDES[8][0])
        detail = torch.cat([f.float().mean((2, 3)) for f in (shallow, middle)]
                           + [f.float().amax((2, 3)) for f in (shallow, middle)], 1)
        return torch.cat([deep.float().mean((2, 3)), self.norm(detail)], 1)

    def forward(self, x):
        """(logits by head, embedding (N, 256) of unit length)"""
        return self.answered(self.begun(x))

    def answered(self, shallow):
        pooled = self.pooled(shallow)
        dropped = self.dropout(pooled)
        embedding = F.normalize(self.embedding(pooled).float(), dim=1)
        return {name: head(dropped).float() for name, head in zip(self.names, self.heads)}, embedding


class Proxies(nn.Module):
    """A unit vector a class: embeddings are drawn to those of their type, pattern and colour (Zhai and Wu 2019)."""

    def __init__(self, heads):
        super().__init__()
        self.weights = nn.ParameterList(nn.Parameter(torch.randn(len(heads[h]), EMBEDDING) * 0.1) for h in PROXIES)

    def forward(self, embedding):
        return {h: 12 * embedding @ F.normalize(w, dim=1).t() for h, w in zip(PROXIES, self.weights)}


def begin(network, checkpoint):
    """Takes over the backbone and, where a head asks the same question, its weights for the deep features."""
    network.backbone.load_state_dict(checkpoint["backbone"])
    for name, head in zip(network.names, network.heads):
        if name in checkpoint["heads"]:
            old = checkpoint["heads"][name]
            head.weight.data[:, :old["weight"].shape[1]] = old["weight"]
            head.bias.data = old["bias"].clone()


def balanced(truth, classes, power=0.4):
    """Weights of classes by their frequency to the minus `power`, with a mean of one over the rows."""
    count = torch.bincount(truth[truth >= 0], minlength=classes).float().clamp(min=3)
    weight = count ** -power
    return weight * count.sum() / (weight * count).sum()


def contrast(views, pictures, queue, temperature=0.1):
    """InfoNCE: each view shall find its own picture, the one at its place, among the others and those of earlier batches."""
    others = torch.cat([pictures, *queue]) if queue else pictures
    logits = views @ others.t() / temperature
    return F.cross_entropy(logits, torch.arange(len(views)))


@torch.no_grad()
def predict(network, pictures, side, batch=64):
    """Logits by head and the embedding of uint8 pictures, squashed to side x side."""
    network.eval()
    found, embeddings = [], []
    for start in range(0, len(pictures), batch):
        logits, embedding = answers(network, augment.squashed(pictures[start:start + batch], side, side))
        found.append(logits)
        embeddings.append(embedding)
    return {head: torch.cat([f[head] for f in found]) for head in found[0]}, torch.cat(embeddings)


@dataclass
class Batch:
    """Pictures of one kind. The first `views` of them are views of those that follow them, in the same order."""

    kind: str
    x: torch.Tensor
    truth: torch.Tensor
    views: int = 0
    mixed: tuple = ()          # the partners that they are mixed with, and the share that they keep
    temperature: float = 0.1   # of the contrast between views and pictures
    share: float = 1.0         # of the loss


class Stock:
    """All pictures with their targets, split; what a step draws from."""

    def __init__(self, options, heads, generator):
        self.generator, data = generator, options.data
        selected = closet.rows(data)
        self.closet, self.closet_truth = closet.pictures(data, selected, STORED), products.closet_targets(selected, heads)
        part = [closet.part(row) for row in selected]
        self.closet_train, self.closet_held = (
            torch.tensor([i for i, p in enumerate(part) if p == wanted]) for wanted in ("train", "validation"))

        rows = {row["id"]: row for row in products.rows(data)}
        self.small, self.small_truth, self.small_train, self.small_held = self.shop(data, rows, "products", 60, 80, heads)
        self.large, self.large_truth, self.large_train, _ = self.shop(data, rows, "products-large", 224, 224, heads)

        self.street, self.street_truth, held = street.crops(data, 192, heads)
        self.street_train, self.street_held = torch.nonzero(~held).flatten(), torch.nonzero(held).flatten()
        self.swept = self.sweep(self.small_train, options.plain) if options.sweep else None

    @staticmethod
    def shop(data, rows, archive, width, height, heads):
        places, pictures = products.pictures(data, archive, width, height)
        places = {i: p for i, p in places.items() if i in rows}
        truth = torch.full((len(pictures), len(heads)), products.UNKNOWN)
        truth[list(places.values())] = products.targets([rows[i] for i in places], heads)
        train = torch.tensor([p for i, p in places.items() if not products.held_out(i)])
        held = torch.tensor([p for i, p in places.items() if products.held_out(i)])
        return pictures, truth, train, held

    def draw(self, train, count):
        return train[torch.randint(len(train), (count,), generator=self.generator)]

    def sweep(self, train, count):
        """All of `train` in batches of `count`, each once before the first comes again, without end."""
        while True:
            yield from shuffled(train, count, self.generator)

    def step(self, options):
        """What one step shows, a batch a kind of picture."""
        yield self.phone(options)
        if options.small:
            chosen = self.draw(self.small_train, options.small).repeat(2)
            x = augment.distort(self.enlarged(self.small[chosen]), SMALL_SIDE, self.generator, 0.7, 0.3)
            yield Batch("small", x, self.small_truth[chosen], options.small)
        if options.plain:
            yield self.plain(options)
        for kind, count, side in (("street", options.street, STREET_SIDE), ("large", options.large, LARGE_SIDE)):
            chosen = self.draw(getattr(self, f"{kind}_train"), count)
            x = augment.distort(getattr(self, kind)[chosen], side, self.generator, 0.6, 0.4)
            yield Batch(kind, x, getattr(self, f"{kind}_truth")[chosen], share=0.5)

    def phone(self, options):
        """Closet photos in two views, or mixed with each other: what a mixed one shows has no second view."""
        side = CLOSET_SIDES[int(torch.randint(len(CLOSET_SIDES), (1,), generator=self.generator))]
        chosen = self.draw(self.closet_train, options.closet).repeat(2)
        x, truth = augment.distort(self.closet[chosen], side, self.generator, 0.5, 0.4), self.closet_truth[chosen]
        if torch.rand(1, generator=self.generator).item() < options.mix:
            x, *mixed = augment.mix(x, self.generator)
            return Batch("closet", x, truth, mixed=mixed)
        return Batch("closet", x, truth, options.closet)

    def plain(self, options):
        """As a shop shows them: what is asked of them later is asked of such pictures. Some come back as copies."""
        chosen = next(self.swept) if self.swept else self.draw(self.small_train, options.plain)
        x = augment.distort(self.enlarged(self.small[chosen]), SMALL_SIDE, self.generator, 0.85, 0.15, 0.05, 0, options.stretch)
        again = chosen[:options.copies]
        if len(again):
            copies = augment.copied(self.small[again], self.generator)
            x = torch.cat([augment.normalise(self.enlarged(copies)), x])
        return Batch("plain", x, self.small_truth[torch.cat([again, chosen])], len(again), temperature=0.07)

    @staticmethod
    def enlarged(pictures):
        return F.interpolate(pictures.float(), (SMALL_SIDE, SMALL_SIDE), mode="bilinear", align_corners=False)


class Lesson:
    """The loss of a batch: every head that it has labels of, proxies, and views that shall find their pictures."""

    def __init__(self, network, proxies, stock, heads, smoothing):
        self.network, self.proxies, self.heads, self.smoothing = network, proxies, list(heads), smoothing
        self.queues = {"closet": deque(maxlen=12), "small": deque(maxlen=24), "plain": deque(maxlen=20)}
        home = stock.closet_truth[stock.closet_train]
        self.weights = {name: balanced(home[:, self.heads.index(name)], len(heads[name]), power)
                        for name, power in (("pattern", 0.4), ("type", 0.2))}

    def loss(self, batch):
        logits, embedding = answers(self.network, batch.x)
        near, loss = self.proxies(embedding), embedding.sum() * 0  # of a batch without a single label
        parts = [(batch.truth, 1.0)]
        if batch.mixed:
            partners, kept = batch.mixed
            parts = [(batch.truth, kept), (batch.truth[partners], 1 - kept)]
        for column, head in enumerate(self.heads):
            for truth, share in parts:
                y = truth[:, column]
                if (y >= 0).any():
                    of = cross_entropy(logits[head], y, self.smoothing, self.weights.get(head))
                    loss = loss + share * WEIGHT[head] * of
                    if head in near and not batch.mixed:
                        loss = loss + 0.3 * cross_entropy(near[head], y)
        if batch.views:
            pictures, queue = embedding[batch.views:], self.queues[batch.kind]
            loss = loss + 0.4 * contrast(embedding[:batch.views], pictures, queue, batch.temperature)
            queue.append(pictures.detach())
        return batch.share * loss


def train(options):
    generator = settled(options)
    heads = {**closet.HEADS, **products.vocabularies(options.data)}
    stock = Stock(options, heads, generator)
    print({name: len(getattr(stock, name)) for name in vars(stock) if name.endswith(("train", "held"))}, flush=True)
    network = Reader(Backbone(options.backbone), heads)
    checkpoint = checkpoint_of(options.start)
    if "network" in checkpoint:
        network.load_state_dict(checkpoint["network"])
    else:
        begin(network, checkpoint)
        with torch.no_grad():  # the shallower layers' scale, from both kinds of pictures
            network.norm.train()
            network.backbone.eval()
            for pictures in (stock.closet[stock.closet_train[:96]], stock.small[stock.small_train[:96]]):
                network.pooled(network.begun(F.interpolate(augment.normalise(pictures), (128, 128), mode="bilinear", align_corners=False)))
    network, proxies = placed(network), Proxies(heads)
    if "proxies" in checkpoint:
        proxies.load_state_dict(checkpoint["proxies"])
    descent = Descent(network, options, options.steps, warm=100, quicker=4.0, more=proxies.parameters())
    average = descent.average.network
    lesson, started, losses = Lesson(network, proxies, stock, heads, options.smoothing), time.time(), Counter()
    last = options.stop or options.steps
    for step in range(last):
        freeze(network)
        with descent.step():
            for batch in stock.step(options):
                loss = lesson.loss(batch)
                loss.backward()
                losses[batch.kind] += loss.item()
        if (step + 1) % options.tell == 0:
            told = " ".join(f"{kind} {loss / options.tell:.3f}" for kind, loss in losses.items())
            print(f"step {step + 1}/{options.steps} loss {told} {(time.time() - started) / (step + 1):.2f} s", flush=True)
            losses.clear()
        if (step + 1) % options.look == 0 or step + 1 == last:
            torch.save({"network": average.state_dict(), "proxies": proxies.state_dict(), "heads": heads,
                        "options": vars(options)}, options.out)
            for name, size in (("closet", 288), ("small", SMALL_SIDE), ("street", 192)):
                held = getattr(stock, f"{name}_held")
                logits, _ = predict(average, getattr(stock, name)[held[:1500]], size)
                found = accuracies(logits, getattr(stock, f"{name}_truth")[held[:1500]], heads)
                print(f"  {name}: " + " ".join(f"{head} {value:.4f}" for head, value in found.items()), flush=True)


def arguments():
    parser = recipe(__doc__, "closet, products, products-large, outfits", "reader.pt", 2.5e-4, 0.998, (600, "steps"))
    parser.add_argument("--start", required=True, help="the checkpoint of single.py, or an earlier one of this recipe")
    parser.add_argument("--steps", type=int, default=3400, help="length of the learning rate's cosine")
    parser.add_argument("--stop", type=int, help="stop after so many steps of it")
    parser.add_argument("--closet", type=int, default=8, help="closet photos a step, two views of each")
    parser.add_argument("--small", type=int, default=40, help="shop pictures a step, two views of each")
    parser.add_argument("--plain", type=int, default=0, help="shop pictures a step in one view, hardly distorted")
    parser.add_argument("--sweep", action="store_true", help="go through the plain shop pictures instead of drawing them")
    parser.add_argument("--stretch", type=float, default=4 / 3, help="the most that plain shop pictures are stretched")
    parser.add_argument("--copies", type=int, default=0, help="how many of the plain shop pictures are also shown as copies")
    parser.add_argument("--large", type=int, default=6, help="large shop pictures a step")
    parser.add_argument("--street", type=int, default=8, help="street crops a step")
    parser.add_argument("--mix", type=float, default=0.5, help="share of steps whose closet photos are mixed")
    parser.add_argument("--smoothing", type=float, default=0.1)
    parser.add_argument("--tell", type=int, default=50, help="print the loss every so many steps")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
