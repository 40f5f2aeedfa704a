"""Distortions of training pictures, a batch at a time: what a phone, a hand and a room do to a photo."""
import io
import math

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image


def normalise(batch):
    """uint8 0..255 to float -1..1, the input of every network here."""
    return batch.float().div_(127.5).sub_(1)


def squashed(batch, width, height):
    """uint8 pictures at the size a network takes, in its range: what every network here is asked with."""
    return F.interpolate(normalise(batch), (height, width), mode="bilinear", align_corners=False, antialias=True)


def turned(width, height, turn, across, down, shape):
    """The grid that samples crops of a picture (N, 3, H, W of `shape`): shares of its sides, turned, by their centre.

    A negative width mirrors.
    """
    ratio, cosine, sine = shape[2] / shape[3], turn.cos(), turn.sin()
    affine = torch.stack([torch.stack([width * cosine, -height * sine * ratio, across], 1),
                          torch.stack([width * sine / ratio, height * cosine, down], 1)], 1)
    return F.affine_grid(affine, shape, align_corners=False)


def placed(width, height, shape, generator, turn, slack=0.0):
    """The same of crops that lie anywhere, turned by up to `turn` radians, mirrored or not.

    A crop as large as the picture may still slip over its edge by `slack`.
    """
    def uniform(low, high):
        return torch.empty(shape[0]).uniform_(low, high, generator=generator)

    mirrored = (torch.rand(shape[0], generator=generator) < 0.5).float() * -2 + 1
    turn = uniform(-turn, turn)
    across, down = uniform(-1, 1) * (1 - width).clamp(min=slack), uniform(-1, 1) * (1 - height).clamp(min=slack)
    return turned(width * mirrored, height, turn, across, down, shape)


def framed(shape, generator, least, most, stretch, turn, slack=0.0):
    """The same of crops of `least` to `most` of the picture's sides, wider or narrower by e to the `stretch`."""
    def uniform(low, high):
        return torch.empty(shape[0]).uniform_(low, high, generator=generator)

    size, stretch = uniform(math.log(least), math.log(most)).exp(), uniform(-stretch, stretch).exp()
    return placed(size * stretch, size / stretch, shape, generator, turn, slack)


def taken(batch, grid):
    """uint8 pictures sampled by a grid, as float -1..1; beyond an edge they are reflected."""
    return F.grid_sample(normalise(batch), grid, padding_mode="reflection", align_corners=False)


def relight(batch, generator, light=1.0):
    """Random brightness, contrast, saturation and white balance of a batch in -1..1; `light` scales how much."""
    count = len(batch)

    def around(centre, reach):
        return torch.empty(count, 1, 1, 1).uniform_(centre - reach * light, centre + reach * light, generator=generator)

    balance = torch.empty(count, 3, 1, 1).uniform_(1 - 0.12 * light, 1 + 0.12 * light, generator=generator)
    grey = batch.mean(1, keepdim=True)
    return ((grey + (batch - grey) * around(1, 0.4)) * around(1, 0.3) * balance + around(0, 0.25)).clamp_(-1, 1)


def distort(batch, side, generator, least=0.45, light=1.0, turn=0.26, holes=0.25, stretch=4 / 3):
    """Random crop, stretch, turn, mirror, light, white balance and a hole. uint8 in, (N, 3, side, side) out.

    `least` is the smallest area of a crop. Small crops teach cloth; large ones keep sleeves and hems, by which types
    are told apart, and show garments at the size at which they are read later. `light` scales the changes of light
    and colour: at 1 they are so strong that a colour's name suffers. `turn` is the largest angle in radians, `holes` the
    share of pictures that get one, `stretch` the most that a crop is wider or narrower than the picture.
    """
    count = len(batch)

    def uniform(low, high):
        return torch.empty(count).uniform_(low, high, generator=generator)

    area, stretch = uniform(least, 1.1), uniform(-math.log(stretch), math.log(stretch)).exp()
    width, height = (area * stretch).sqrt().clamp(max=1.1), (area / stretch).sqrt().clamp(max=1.1)
    out = relight(taken(batch, placed(width, height, (count, 3, side, side), generator, turn)), generator, light)
    for one in torch.nonzero(torch.rand(count, generator=generator) < holes).flatten().tolist():
        size = int(side * (0.15 + 0.25 * torch.rand(1, generator=generator).item()))
        x, y = torch.randint(0, side - size, (2,), generator=generator).tolist()
        out[one, :, y:y + size, x:x + size] = 0
    return out


def copied(batch, generator):
    """Pictures as they come back from elsewhere: cut, turned, on another ground, in other light, stored badly. uint8."""
    count = len(batch)

    def uniform(low, high, channels=1):
        return torch.empty(count, channels, 1, 1).uniform_(low, high, generator=generator)

    kept, border, turn = uniform(0.78, 0.97).flatten(), uniform(0, 0.12).flatten(), uniform(-0.2, 0.2).flatten()
    across, down = (uniform(-1, 1).flatten() * (1 - kept) for _ in range(2))
    size = kept * (1 + 2 * border)
    grid = turned(size, size, turn, across, down, batch.shape)
    cut = F.grid_sample(batch.float(), grid, padding_mode="border", align_corners=False)
    outside = ((grid - torch.stack([across, down], 1)[:, None, None]).abs() > kept[:, None, None, None]).any(3)
    ground = uniform(60, 255) + uniform(-30, 30, 3)
    cut = torch.where(outside[:, None], ground, cut)
    lit = ((cut - 128) * uniform(0.82, 1.18) + 128) * uniform(0.82, 1.18) * uniform(0.93, 1.07, 3)
    lit = lit.clamp_(0, 255).round_().byte().permute(0, 2, 3, 1).numpy()
    quality = torch.randint(40, 85, (count,), generator=generator).tolist()

    def stored(picture, quality):
        file = io.BytesIO()
        Image.fromarray(picture).save(file, "JPEG", quality=quality)
        return torch.from_numpy(np.array(Image.open(file)))

    return torch.stack([stored(p, q) for p, q in zip(lit, quality)]).permute(0, 3, 1, 2)


def mix(batch, generator, strength=0.3):
    """CutMix (Yun et al. 2019) on one half of the calls, mixup (Zhang et al. 2018) on the other.

    Returns the mixed batch, the partner of every picture and the share that the picture itself keeps.
    """
    partner = torch.randperm(len(batch), generator=generator)
    if torch.rand(1, generator=generator).item() < 0.5:
        side = batch.shape[-1]
        size = int(side * (0.2 + 0.45 * torch.rand(1, generator=generator).item()))
        x, y = torch.randint(0, side - size, (2,), generator=generator).tolist()
        mixed = batch.clone()
        mixed[:, :, y:y + size, x:x + size] = batch[partner, :, y:y + size, x:x + size]
        return mixed, partner, 1 - (size / side) ** 2
    share = 1 - strength * torch.rand(1, generator=generator).item()
    return batch * share + batch[partner] * (1 - share), partner, share
