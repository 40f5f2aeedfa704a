"""Trains the parser: which pixel of a photo belongs to which group of garments, to hair, skin or background.

Street photos with masks teach the groups. Shop pictures, whose white background makes their masks free, are pasted
onto cloth and floors cut from the closet's corners and teach what a garment's foreground is anywhere. Then the network
marks what has no mask: photos that have only tags, within the groups that the tags allow, and closet photos, where the
foreground is the one garment that their label names. A second run learns from its sure pixels.

Writes a checkpoint; training/export.py makes the shipped files of it.
"""
import csv
import io
import tarfile
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from PIL import Image
from scipy import ndimage

import augment
import closet
from backbone import STRIDES, Backbone, calibrate
from learning import Descent, answers, checkpoint_of, placed, recipe, settled, shuffled
from outfits import BACKGROUND, NAMES, UNTOLD, Outfits

FINE = 320, 480           # width and height at which the network is read later; it takes any multiple of 32
GARMENT = 254             # a pixel of which only that it is not background is known
CHANNELS = 96

# Sub-categories of shop pictures that show nothing but the thing itself; of others (a model wears them) only the
# foreground is taken.
ALONE = {"Shoes": "footwear", "Sandal": "footwear", "Flip Flops": "footwear", "Bags": "bag", "Wallets": "bag",
         "Eyewear": "eyewear", "Belts": "belt", "Headwear": "headwear", "Mufflers": "scarf", "Scarves": "scarf",
         "Stoles": "scarf", "Socks": "legwear"}


# The group of a closet photo's garment; of other types only that it is the foreground.
TYPES = {
    **dict.fromkeys(("t-shirt", "polo", "tank-top", "top", "long-sleeve-top", "bodysuit"), "top"),
    **dict.fromkeys(("shirt", "blouse"), "shirt"),
    **dict.fromkeys(("sweater", "cardigan", "hoodie", "sweatshirt"), "knitwear"),
    **dict.fromkeys(("blazer", "jacket", "suit"), "jacket"), **dict.fromkeys(("trousers", "joggers"), "trousers"),
    **dict.fromkeys(("sneakers", "boots", "heels", "flats", "formal-shoes", "sandals"), "footwear"),
    "leggings": "legwear", "hat": "headwear",
    **{name: name for name in ("vest", "coat", "dress", "jumpsuit", "jeans", "shorts", "skirt", "scarf")},
}


class Mixer(nn.Sequential):
    """A 3x3 depthwise and a 1x1 convolution."""

    def __init__(self, channels, dilation=1):
        super().__init__(
            nn.Conv2d(channels, channels, 3, padding=dilation, dilation=dilation, groups=channels, bias=False),
            nn.BatchNorm2d(channels), nn.ReLU(),
            nn.Conv2d(channels, channels, 1, bias=False), nn.BatchNorm2d(channels), nn.ReLU())


class Parser(nn.Module):
    """A feature pyramid (Lin et al. 2017) on the backbone, with the whole photo's mean as context.

    What the photo shows at all is judged from the whole of it and added to every pixel's logits: a coat is then less
    likely to be answered as patches of coat, jacket and dress.

    Input (N, 3, H, W) in -1..1, H and W multiples of 32; logits (N, groups, H/4, W/4) and (N, groups) of presence.
    """

    def __init__(self, backbone):
        super().__init__()
        self.backbone = backbone
        self.lateral = nn.ModuleDict({
            str(stride): nn.Sequential(nn.Conv2d(width, CHANNELS, 1, bias=False), nn.BatchNorm2d(CHANNELS))
            for stride, (_, width) in STRIDES.items()})
        self.context = nn.Conv2d(STRIDES[32][1], CHANNELS, 1)
        self.wide = nn.ModuleList([Mixer(CHANNELS, 1), Mixer(CHANNELS, 2), Mixer(CHANNELS, 4)])
        self.smooth = nn.ModuleDict({str(stride): Mixer(CHANNELS) for stride in (16, 8, 4)})
        self.presence = nn.Linear(2 * STRIDES[32][1], len(NAMES))
        nn.init.normal_(self.presence.weight, std=0.001)
        nn.init.constant_(self.presence.bias, 2.0)
        self.last = nn.Sequential(Mixer(CHANNELS), nn.Dropout2d(0.1), nn.Conv2d(CHANNELS, len(NAMES), 1))

    def forward(self, x):
        levels = dict(zip(STRIDES, self.backbone.layers_of(x, [index for index, _ in STRIDES.values()])))
        deep = self.lateral["32"](levels[32]) + self.context(levels[32].mean((2, 3), keepdim=True))
        y = torch.relu(deep)
        y = y + sum(branch(y) for branch in self.wide)
        for stride in (16, 8, 4):
            y = F.interpolate(y, scale_factor=2.0, mode="bilinear", align_corners=False)
            y = self.smooth[str(stride)](torch.relu(y + self.lateral[str(stride)](levels[stride])))
        seen = self.presence(torch.cat([levels[32].mean((2, 3)), levels[32].amax((2, 3))], 1)).float()
        return self.last(y).float() + F.logsigmoid(seen)[:, :, None, None], seen


class Shop:
    """Cut-outs of shop pictures and patches of floors and cloth to lay them on."""

    def __init__(self, data, size):
        data, self.size = Path(data), size
        with open(data / "products.csv", newline="", encoding="utf-8") as file:
            sub = {row["id"]: row["subCategory"] for row in csv.DictReader(file)}
        self.pictures, self.groups = [], []
        with tarfile.open(data / "products-large.tar") as archive:
            for member in archive:
                if not member.isfile() or int(Path(member.name).stem) % 10 == 7:
                    continue
                picture = Image.open(io.BytesIO(archive.extractfile(member).read())).convert("RGB")
                self.pictures.append(np.array(picture.resize((192, 256), Image.BICUBIC)))
                group = ALONE.get(sub.get(Path(member.name).stem))
                self.groups.append(NAMES.index(group) if group else GARMENT)
        self.floors = []
        with tarfile.open(data / "closet.tar") as archive:
            chosen = {row["n"] for row in closet.rows(data) if closet.part(row) == "train" and int(row["n"]) % 3 == 0}
            for member in archive:
                if member.isfile() and Path(member.name).stem in chosen:
                    picture = Image.open(io.BytesIO(archive.extractfile(member).read())).convert("RGB")
                    self.floors.append(np.array(picture))

    @staticmethod
    def foreground(picture):
        """Everything but the near-white that touches the border."""
        light = (picture.min(2) > 238) & (picture.max(2).astype(int) - picture.min(2) < 12)
        labels, _ = ndimage.label(light)
        border = np.unique(np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]]))
        return ~np.isin(labels, border[border > 0])

    def composite(self, random):
        """(picture (3, height, width) uint8, mask (height, width) uint8), or None where no mask could be had."""
        wide, high = self.size
        index = random.integers(len(self.pictures))
        picture, group = self.pictures[index], self.groups[index]
        cut = self.foreground(picture)
        if not 0.05 < cut.mean() < 0.95:
            return None
        canvas = self.floor(random)
        size = random.uniform(0.45, 1.15)
        width = int(wide * size)
        height = int(width * picture.shape[0] / picture.shape[1] * random.uniform(0.85, 1.15))
        turn = random.normal(0, 25) if random.random() < 0.7 else 0.0
        item = Image.fromarray(np.dstack([picture, cut.astype(np.uint8) * 255])).resize((width, height), Image.BILINEAR)
        item = np.array(item.rotate(turn, Image.BILINEAR, expand=True))
        across = random.integers(-item.shape[1] // 4, max(wide - 3 * item.shape[1] // 4, 1) + 1)
        down = random.integers(-item.shape[0] // 4, max(high - 3 * item.shape[0] // 4, 1) + 1)
        left, top, right, bottom = max(across, 0), max(down, 0), min(across + item.shape[1], wide), min(down + item.shape[0], high)
        if right - left < 40 or bottom - top < 40:
            return None
        part = item[top - down:bottom - down, left - across:right - across]
        alpha = part[..., 3:].astype(np.float32) / 255
        mask = np.zeros((high, wide), np.uint8)
        here = canvas[top:bottom, left:right]
        canvas[top:bottom, left:right] = (part[..., :3] * alpha + here * (1 - alpha)).astype(np.uint8)
        flat = mask[top:bottom, left:right]
        flat[alpha[..., 0] > 0.5] = group
        flat[(alpha[..., 0] > 0.05) & (alpha[..., 0] <= 0.5)] = UNTOLD
        return torch.from_numpy(canvas).permute(2, 0, 1), torch.from_numpy(mask)

    def floor(self, random):
        """White as in a shop, or a corner of a closet photo, where its garment seldom lies."""
        wide, high = self.size
        if random.random() < 0.2:
            return np.full((high, wide, 3), random.integers(225, 256), np.uint8)
        photo = self.floors[random.integers(len(self.floors))]
        height, width = photo.shape[:2]
        h, w = int(height * random.uniform(0.08, 0.22)), int(width * random.uniform(0.08, 0.22))
        y, x = random.choice([0, height - h]), random.choice([0, width - w])
        patch = Image.fromarray(photo[y:y + h, x:x + w])
        if random.random() < 0.5:
            return np.array(patch.resize((wide, high), Image.BICUBIC))
        size = (max(wide // 3, w), max(high // 3, h))
        tile = np.array(patch.resize(size, Image.BICUBIC))
        tile = np.concatenate([tile, tile[:, ::-1]], 1)
        tile = np.concatenate([tile, tile[::-1]], 0)
        return np.tile(tile, (high // tile.shape[0] + 1, wide // tile.shape[1] + 1, 1))[:high, :wide].copy()


def scaled(photos, size, batch=64):
    """uint8 photos at the size of training pictures."""
    return torch.cat([F.interpolate(photos[i:i + batch].float(), size[::-1], mode="bilinear", align_corners=False,
                                    antialias=True).round().clamp(0, 255).byte() for i in range(0, len(photos), batch)])


class Closet:
    """A third of the closet's training photos, (N, 3, height, width) uint8, with masks once they are marked."""

    def __init__(self, data, size):
        selected = [r for r in closet.rows(data) if closet.part(r) == "train" and int(r["n"]) % 3 == 1]
        self.photos = scaled(closet.pictures(data, selected, 320), size)
        self.groups = torch.tensor([NAMES.index(TYPES[r["type"]]) if r["type"] in TYPES else GARMENT for r in selected])
        self.masks = torch.full((len(selected), *size[::-1]), UNTOLD, dtype=torch.uint8)
        self.usable = torch.zeros(len(selected), dtype=torch.bool)

    def mark(self, network):
        """The foreground, its holes closed, is the labelled garment. Photos of people and of little are left out."""
        position = 0
        size = self.masks.shape[1:]
        for logits in predicted(network, self.photos, size[::-1]):
            chances = F.interpolate(logits, size, mode="bilinear", align_corners=False).softmax(1)
            for chance in chances:
                body = float((chance[1] + chance[2] > 0.5).float().mean())
                front = 1 - chance[BACKGROUND].numpy()
                inside = ndimage.binary_fill_holes(ndimage.binary_closing(front > 0.5, iterations=3))
                parts, count = ndimage.label(inside)
                sizes = ndimage.sum_labels(inside, parts, range(1, count + 1)) if count else np.zeros(0)
                # Specks are neither garment nor surely floor.
                large = np.isin(parts, 1 + np.flatnonzero(sizes > 0.15 * sizes.max())) if count else inside
                near = ndimage.binary_dilation(large, iterations=3) & ~ndimage.binary_erosion(large, iterations=3)
                mask = np.where(large, int(self.groups[position]), BACKGROUND)
                mask[near | (inside & ~large) | (~large & (front > 0.25))] = UNTOLD
                self.masks[position] = torch.from_numpy(mask.astype(np.uint8))
                self.usable[position] = bool(body < 0.01 and 0.1 < large.mean() < 0.85 and (mask == UNTOLD).mean() < 0.2)
                position += 1


def transformed(photos, masks, size, generator):
    """The same random crop, turn, mirror of photos and masks, then light and colour; (N, 3, height, width)."""
    shape = (len(photos), 3, *size[::-1])
    grid = augment.framed(shape, generator, 0.5, 1.1, stretch=0.13, turn=0.17, slack=0.05)
    y = F.grid_sample(masks[:, None].float(), grid, mode="nearest", padding_mode="reflection", align_corners=False)
    return augment.relight(augment.taken(photos, grid), generator, 0.7), y[:, 0].round().long()


def presence_loss(seen, truth):
    """Cross entropy of what a photo shows; composites of which only the foreground is known are left out."""
    shown = torch.stack([(truth == group).flatten(1).sum(1) > 20 for group in range(len(NAMES))], 1).float()
    known = ~(truth == GARMENT).flatten(1).any(1)
    return F.binary_cross_entropy_with_logits(seen[known], shown[known]) if known.any() else seen.sum() * 0


def loss_of(logits, truth):
    """Cross entropy, the foreground of composites, and one minus Dice over the groups present (Milletari et al. 2016)."""
    fine = F.interpolate(logits.float(), scale_factor=2.0, mode="bilinear", align_corners=False)
    truth = truth[:, ::2, ::2]
    logs = fine.log_softmax(1)
    told = truth < len(NAMES)
    safe = torch.where(told, truth, torch.zeros_like(truth))
    entropy = -logs.gather(1, safe[:, None])[:, 0][told].sum()
    garment = truth == GARMENT
    if garment.any():
        background = logs[:, BACKGROUND][garment].exp().clamp(max=1 - 1e-4)
        entropy = entropy - torch.log1p(-background).sum()
    entropy = entropy / max(int((told | garment).sum()), 1)
    hot = F.one_hot(safe, len(NAMES)).permute(0, 3, 1, 2) * told[:, None]
    share = logs.exp() * told[:, None]
    both, sums, present = (share * hot).sum((0, 2, 3)), (share + hot).sum((0, 2, 3)), hot.sum((0, 2, 3)) > 0
    dice = 1 - (2 * both[present] / sums[present].clamp(min=1)).mean()
    return entropy + 0.5 * dice


@torch.no_grad()
def predicted(network, photos, size, batch=8):
    """Logits (N, groups, height/4, width/4) of uint8 photos, scaled to the training size."""
    network.eval()
    for start in range(0, len(photos), batch):
        logits, _ = answers(network, augment.squashed(photos[start:start + batch], *size))
        yield logits.float()


def figures(network, outfits, which, size):
    """(pixel accuracy, mean IoU over the groups that at least 16 of the photos show, IoU by group)."""
    inside, union, right, told = torch.zeros(len(NAMES)), torch.zeros(len(NAMES)), 0, 0
    shown = torch.zeros(len(NAMES))
    position = 0
    for logits in predicted(network, outfits.photos[which], size):
        truth = outfits.masks[which[position:position + len(logits)]].long()
        position += len(logits)
        answer = F.interpolate(logits, truth.shape[1:], mode="bilinear", align_corners=False).argmax(1)
        answer[truth == UNTOLD] = UNTOLD
        told, right = told + int((truth != UNTOLD).sum()), right + int(((answer == truth) & (truth != UNTOLD)).sum())
        for group in range(len(NAMES)):
            a, t = answer == group, truth == group
            inside[group] += (a & t).sum()
            union[group] += (a | t).sum()
            shown[group] += t.flatten(1).any(1).sum()
    overlap = inside / union.clamp(min=1)
    return right / told, overlap[shown >= 16].mean().item(), overlap


def mark(network, outfits, which, size, sure=0.7):
    """Fills the masks of photos that have only tags: the best group that the tags allow, where it is sure."""
    position = 0
    for logits in predicted(network, outfits.photos[which], size):
        chosen = which[position:position + len(logits)]
        position += len(logits)
        allowed = outfits.tagged[chosen][:, :, None, None]
        fine = F.interpolate(logits.masked_fill(~allowed, -30), outfits.masks.shape[1:], mode="bilinear", align_corners=False)
        confidence, best = fine.softmax(1).max(1)
        outfits.masks[chosen] = torch.where(confidence > sure, best, torch.full_like(best, UNTOLD)).byte()


def train(options):
    generator, random = settled(options), np.random.default_rng(options.seed)
    size = options.width, options.width * 3 // 2
    outfits, shop = Outfits(options.data), Shop(options.data, size)
    masked = torch.nonzero(outfits.has_mask & ~outfits.held_out).flatten()
    listed = torch.nonzero(~outfits.has_mask & ~outfits.held_out).flatten()
    held = torch.nonzero(outfits.has_mask & outfits.held_out).flatten()
    print({"masked": len(masked), "tags only": len(listed), "held out": len(held), "shop": len(shop.pictures)}, flush=True)

    network = Parser(Backbone(options.backbone))
    flat = None
    if options.start:
        found = checkpoint_of(options.start)["network"]
        network.load_state_dict(found, strict="presence.weight" in found)
        placed(network)
        flat = Closet(options.data, size)
        mark(network, outfits, listed, size)
        flat.mark(network)
        usable = torch.nonzero(flat.usable).flatten()
        print(f"marked {len(listed)} street and {len(usable)} closet photos", flush=True)
    else:
        calibrate(network.backbone, augment.normalise(F.interpolate(outfits.photos[masked[:48]].float(), size[::-1])))
    placed(network)
    batches = len(masked) // options.batch
    descent = Descent(network, options, options.epochs * batches, batches, quicker=3.0)
    average = descent.average.network
    for epoch in range(options.epochs):
        started, losses = time.time(), 0.0
        network.train()
        with_masks, without = (shuffled(which, count, generator)
                               for which, count in ((masked, options.batch), (listed, options.extra)))
        for chosen, extra in zip(with_masks, without):
            if epoch >= options.mark or flat:
                chosen = torch.cat([chosen, extra])
            photos, masks = outfits.photos[chosen], outfits.masks[chosen]
            if flat:
                more = usable[torch.randint(max(len(usable), 1), (min(options.flat, len(usable)),), generator=generator)]
                photos = torch.cat([scaled(photos, size), flat.photos[more]])
                masks = torch.cat([F.interpolate(masks[:, None], size[::-1], mode="nearest")[:, 0], flat.masks[more]])
            x, y = transformed(photos, masks, size, generator)
            pasted = [p for p in (shop.composite(random) for _ in range(options.shop)) if p is not None]
            if pasted:
                shown = augment.relight(augment.normalise(torch.stack([p for p, _ in pasted])), generator, 0.7)
                x, y = torch.cat([x, shown]), torch.cat([y, torch.stack([m for _, m in pasted]).long()])
            logits, seen = answers(network, x)
            loss = loss_of(logits, y) + 0.5 * presence_loss(seen, y)
            with descent.step():
                loss.backward()
            losses += loss.item()
        line = f"epoch {epoch + 1}/{options.epochs} loss {losses / batches:.3f} {time.time() - started:.0f} s"
        if (epoch + 1) % options.look == 0 or epoch + 1 == options.epochs:
            accuracy, overlap, by_group = figures(average, outfits, held, size)
            line += f"  held out: pixels {accuracy:.4f} IoU {overlap:.4f}  " + " ".join(
                f"{name} {value:.2f}" for name, value in zip(NAMES, by_group.tolist()))
            torch.save({"network": average.state_dict(), "options": vars(options)}, options.out)
        print(line, flush=True)
        if epoch + 1 == options.mark and not flat:
            mark(average, outfits, listed, size)


def arguments():
    parser = recipe(__doc__, "outfits.tar, products-large.tar, closet.tar", "parser.pt", 4e-4, 0.995, (3, "epochs"))
    parser.add_argument("--start", help="a checkpoint of this recipe that marks photos and is trained further")
    parser.add_argument("--width", type=int, default=256, help="of a training picture, a multiple of 64; it is half as high again")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--mark", type=int, default=14, help="after this epoch photos with only tags are marked and used")
    parser.add_argument("--batch", type=int, default=8, help="photos with masks in a batch")
    parser.add_argument("--extra", type=int, default=4, help="photos with only tags in a batch")
    parser.add_argument("--flat", type=int, default=3, help="marked closet photos in a batch, with --start")
    parser.add_argument("--shop", type=int, default=3, help="shop pictures pasted onto floors in a batch")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
