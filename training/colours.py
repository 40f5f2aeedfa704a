#!/usr/bin/env python3
"""Fits the table by which Drape names a measured colour (src/Drape/Colours/NameTable.cs).

    python3 training/colours.py --data ../shared/data [--cache FILE.npz] [--test]

Reads closet.tar and closet.csv (and tables/xkcd-colours.json), needs numpy and Pillow only, prints the
figures and writes the C# table. The measuring part below and src/Drape/Colours/ are the same computation
step by step; what is changed in one is changed in the other, and then the fit is run again.

1. A picture is reduced to LONG pixels by plain averages and taken to OKLab (B. Ottosson, 2020).
2. A pixel belongs to the garment by Bayes: how frequent its colour is inside against outside (two smoothed
   colour histograms), times a prior for its place; repeated, the neighbours' answer joining the prior.
3. The garment's colours are clustered; its and its floor's statistics (quantiles, bright and dark third,
   a soft palette, the light as the brightest parts show it) are what the name is decided by.
4. A small smooth model (one hidden layer) maps the statistics to the 14 names. It is fitted on the rows
   that are neither split=test nor held out (split=validation and a random tenth), together with drawn
   garments of pure colours, so that pictures without a camera's faults are named right as well.
"""

import argparse
import csv
import io
import json
import os
import tarfile

import numpy as np
from PIL import Image

NAMES = ["black", "white", "gray", "beige", "brown", "red", "pink", "orange", "yellow", "green", "blue",
         "navy", "purple", "multicolor"]
LONG = 160
SMALL = 96  # every picture is fitted at this size too: a name must not hang on the number of pixels

# ---------------------------------------------------------------------------------------------- OKLab

_c = np.arange(256) / 255
LINEAR = np.where(_c <= 0.04045, _c / 12.92, ((_c + 0.055) / 1.055) ** 2.4).astype(np.float32)
TO_CONES = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                     [0.0883024619, 0.2817188376, 0.6299787005]], np.float32)
TO_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
                   [0.0259040371, 0.7827717662, -0.8086757660]], np.float32)


def oklab(rgb):
    return np.cbrt(LINEAR[rgb] @ TO_CONES.T) @ TO_LAB.T


def reduce(picture, long=LONG):
    """Averages whole blocks of 8-bit pixels; a picture that is small enough stays as it is."""
    h, w = picture.shape[:2]
    m = max(h, w)
    if m <= long:
        return picture
    H, W = max(1, (h * long + m // 2) // m), max(1, (w * long + m // 2) // m)
    ys, xs = np.arange(H) * h // H, np.arange(W) * w // W
    n = np.diff(np.append(ys, h))[:, None] * np.diff(np.append(xs, w))[None, :]
    total = np.add.reduceat(np.add.reduceat(picture.astype(np.int64), ys, 0), xs, 1)
    return ((total + n[..., None] // 2) // n[..., None]).astype(np.uint8)


# ------------------------------------------------------------------------------------ garment and floor

NL, NA, KNEE, REACH = 24, 20, 0.08, 0.8


def bins(lab):
    """Cells of the colour histogram: finer near the neutral colours, where most clothes and floors lie."""
    def axis(v):
        return np.clip(((v / (np.abs(v) + KNEE) / REACH + 1) * (0.5 * NA)).astype(np.int64), 0, NA - 1)
    light = np.clip((lab[..., 0] * NL).astype(np.int64), 0, NL - 1)
    return (light * NA + axis(lab[..., 1])) * NA + axis(lab[..., 2])


def smooth(h):
    h = h.reshape(NL, NA, NA)
    for ax in range(3):
        p = np.pad(h, [(1, 1) if i == ax else (0, 0) for i in range(3)], mode="edge")
        n = h.shape[ax]
        h = 0.25 * p.take(range(n), ax) + 0.5 * p.take(range(1, n + 1), ax) + 0.25 * p.take(range(2, n + 2), ax)
    return h.ravel()


def box(p, r):
    """Mean of the (2r+1)-square around each pixel; the edge repeats."""
    for ax in (0, 1):
        q = np.pad(p, [(r + 1, r) if i == ax else (0, 0) for i in range(2)], mode="edge").cumsum(ax)
        n = p.shape[ax]
        p = (q.take(range(2 * r + 1, 2 * r + 1 + n), ax) - q.take(range(n), ax)) / (2 * r + 1)
    return p


def place(h, w):
    """How probable garment is at each place before any colour is looked at: the middle, softly."""
    y = np.abs((np.arange(h) + 0.5) / h - 0.5)[:, None]
    x = np.abs((np.arange(w) + 0.5) / w - 0.5)[None, :]
    return 0.02 + 0.90 * np.exp(-(x / 0.40) ** 3 - (y / 0.44) ** 3)


def border(h, w):
    y = (np.minimum(np.arange(h), np.arange(h)[::-1]) + 0.5)[:, None] / h
    x = (np.minimum(np.arange(w), np.arange(w)[::-1]) + 0.5)[None, :] / w
    return (np.minimum(y, x) < 0.05).astype(np.float64)


def garment(lab, cell, rounds=5):
    h, w = lab.shape[:2]
    p0, edge, n = place(h, w), border(h, w), NL * NA * NA
    log0 = np.log(p0 / (1 - p0))
    inside, outside = p0, (1 - p0) + 2 * edge
    for k in range(rounds):
        f = smooth(np.bincount(cell.ravel(), inside.ravel(), n))
        b = smooth(np.bincount(cell.ravel(), outside.ravel(), n))
        ratio = 0.8 * np.log((f / f.sum() + 2e-4) / (b / b.sum() + 2e-4))
        near = log0
        if k:
            s = np.clip(box(inside, 2), 0.02, 0.98)
            near = 0.5 * log0 + np.log(s / (1 - s))
        inside = 1 / (1 + np.exp(-(ratio[cell] + near)))
        outside = (1 - inside) * (1 + edge)
    return inside


# ------------------------------------------------------------------------------------------- clusters

LIGHTNESS = 0.6  # folds make one colour many lightnesses: they separate clusters less than hue does


def clusters(colour, mass, most=8, rounds=6, merge=0.085):
    """k-means over the histogram's cells, seeds by mass times squared distance; then the nearest merge."""
    scale = np.array([LIGHTNESS, 1, 1])
    keep = mass > 1e-4 * mass.sum()
    s, m = colour[keep] * scale, mass[keep]
    seeds = [s[np.argmax(m)]]
    d = ((s - seeds[0]) ** 2).sum(1)
    while len(seeds) < most:
        i = np.argmax(d * m)
        if d[i] < 0.03 ** 2:
            break
        seeds.append(s[i])
        d = np.minimum(d, ((s - s[i]) ** 2).sum(1))
    c = np.array(seeds)
    for _ in range(rounds):
        a = ((s[:, None] - c[None]) ** 2).sum(2).argmin(1)
        t = np.bincount(a, m, len(c))
        c = np.stack([np.bincount(a, m * s[:, i], len(c)) for i in range(3)], 1) / np.maximum(t, 1e-12)[:, None]
        c, t = c[t > 0], t[t > 0]
    c, t = list(c), list(t)
    while len(t) > 1:
        C = np.array(c)
        D = ((C[:, None] - C[None]) ** 2).sum(2) + 9 * np.eye(len(t))
        i, j = np.unravel_index(D.argmin(), D.shape)
        if D[i, j] > merge ** 2:
            break
        c[i] = (c[i] * t[i] + c[j] * t[j]) / (t[i] + t[j])
        t[i] += t[j]
        del c[j], t[j]
    order = np.argsort(-np.array(t), kind="stable")
    t = np.array(t)[order]
    return np.array(c)[order] / scale, t / t.sum()


# ----------------------------------------------------------------------------------------- statistics

def palette():
    p = []
    for L in (0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95):
        p.append((L, 0, 0))
        for k in range(8):
            t = k * np.pi / 4 + 0.4
            if k % 2 == 0 and L > 0.2:
                p.append((L, 0.04 * np.cos(t), 0.04 * np.sin(t)))
            if 0.3 < L < 0.8:
                p.append((L, 0.13 * np.cos(t), 0.13 * np.sin(t)))
    return np.array(p)


PALETTE = palette()


def quantiles(value, weight, lo, hi, at):
    """Weighted quantiles by a histogram of 256 steps, straight inside a step."""
    k = np.clip(((value - lo) * (256 / (hi - lo))).astype(np.int64), 0, 255)
    h = np.bincount(k, weight, 256)
    c = np.cumsum(h)
    out = []
    for q in at:
        i = min(int(np.searchsorted(c, q * c[-1])), 255)
        out.append(lo + (hi - lo) / 256 * (i + (q * c[-1] - c[i] + h[i]) / max(h[i], 1e-12)))
    return out


def thirds(lab, weight):
    """Mean colour of the darkest and of the brightest third."""
    k = np.clip((lab[:, 0] * 256).astype(np.int64), 0, 255)
    h = np.bincount(k, weight, 256)
    c = np.cumsum(h) / h.sum()
    i, j = int(np.searchsorted(c, 1 / 3)), int(np.searchsorted(c, 2 / 3))
    out = []
    for part in (k <= i, k >= j):
        w = weight * part
        out += list((lab * w[:, None]).sum(0) / w.sum() * [1, 5, 5])
    return out


def colour_terms(c):
    L, a, b = c[0], c[1] * 5, c[2] * 5
    chroma = np.sqrt(a * a + b * b + 1e-6)
    return [L, a, b, chroma, a / (chroma + 0.05), b / (chroma + 0.05), L * L, L * chroma]


def measure(picture, long=LONG):
    """Statistics of one picture, and its clusters (L, a, b, share)."""
    rgb = reduce(picture, long)
    lab = oklab(rgb).astype(np.float64)
    h, w = lab.shape[:2]
    cell = bins(lab)
    p = garment(lab, cell)
    x, cell, n = lab.reshape(-1, 3), cell.ravel(), NL * NA * NA
    inside = (p * box(p, 1) ** 2).ravel() + 1e-5
    outside = ((1 - p) * box(1 - p, 1) ** 2).ravel() + 1e-4
    light = LINEAR[rgb].reshape(-1, 3).astype(np.float64)
    logs = np.log(light + 0.01)
    contrast = np.abs(lab[..., 0] - box(lab[..., 0], 1)).ravel()
    f = []
    for v in (inside, outside):
        f += quantiles(x[:, 0], v, 0, 1, (0.05, 0.25, 0.5, 0.75, 0.95))
        for k in (1, 2):
            f += [5 * q for q in quantiles(x[:, k], v, -0.35, 0.35, (0.1, 0.3, 0.5, 0.7, 0.9))]
        f += [5 * q for q in quantiles(np.hypot(x[:, 1], x[:, 2]), v, 0, 0.35, (0.25, 0.5, 0.75, 0.9))]
        f += thirds(x, v)
        f += list(0.5 * (logs * v[:, None]).sum(0) / v.sum())
        f.append(np.log1p(20 * (contrast @ v) / v.sum()))
    for q in (0.95, 0.99):
        for k in range(3):
            c = np.cumsum(np.bincount(rgb.reshape(-1, 3)[:, k], minlength=256))
            f.append(0.5 * np.log(LINEAR[int(np.searchsorted(c, q * c[-1]))] + 0.01))
    f += list(0.5 * np.log((light ** 6).mean(0) ** (1 / 6) + 0.01))
    f.append(p.mean())
    f += list(x.mean(0) * [1, 5, 5])
    count = np.bincount(cell, minlength=n)
    used = np.nonzero(count)[0]
    colour = np.stack([np.bincount(cell, x[:, i], n)[used] for i in range(3)], 1) / count[used][:, None]
    mass = np.bincount(cell, inside, n)[used]
    floor = np.bincount(cell, outside, n)[used]
    s = np.array([1, 2.5, 2.5])
    near = np.exp(-(((PALETTE * s)[None] - (colour * s)[:, None]) ** 2).sum(2) / (2 * 0.07 ** 2)) + 1e-12
    near /= near.sum(1, keepdims=True)
    f += list(np.sqrt(mass @ near / mass.sum()))
    f += list(np.sqrt(floor @ near / floor.sum()))
    c, t = clusters(colour, mass)
    for i in range(3):
        f += colour_terms(c[i]) + [t[i]] if i < len(t) else [0.0] * 9
    return np.array(f, np.float32), np.column_stack([c, t])[:6]


# --------------------------------------------------------------------------------------------- drawn

def tee(size):
    """A T-shirt's outline as a 0/1 picture."""
    y, x = np.mgrid[0:size, 0:size] / size
    u = np.abs(x - 0.5)
    body = (u < 0.21) & (y > 0.15) & (y < 0.85)
    sleeve = (u < 0.40) & (y > 0.15 + 0.35 * (u - 0.1)) & (y < 0.33 + 0.25 * (u - 0.1))
    return (body | sleeve) & ~((u < 0.07) & (y < 0.19))


def patches(rng, size=128):
    """Cloth of four to six vivid colours, none of which rules."""
    y, x = np.mgrid[0:size, 0:size] // rng.integers(7, 16)
    hues = (rng.random() + np.arange(rng.integers(4, 7)) * 0.618) % 1
    ramp = np.abs((hues[:, None] + np.array([0, 2 / 3, 1 / 3])) % 1 * 6 - 3) - 1
    vivid = (40 + 200 * np.clip(ramp, 0, 1)).astype(np.int64)
    return vivid[(x + (y * 2 if rng.random() < 0.5 else 0 * y)) % len(vivid)]


def draw(colour, rng, size=128):
    """One garment, with folds or none, on one of five kinds of floor."""
    y, x = np.mgrid[0:size, 0:size]
    kind = rng.integers(5)
    if kind == 0:
        floor = np.full((size, size, 3), rng.integers(225, 256))
    elif kind == 1:
        floor = np.full((size, size, 3), rng.integers(90, 200))
    elif kind == 2:
        plank = np.array([[150, 105, 65], [165, 118, 75], [135, 92, 55]])[(x // 12) % 3]
        floor = plank + (6 * np.sin(y / 5 + x // 12))[..., None]
    elif kind == 3:
        two = rng.integers(40, 230, (2, 3))
        floor = two[((x // 10) + (y // 10)) % 2]
    else:
        floor = np.full((size, size, 3), rng.integers(30, 230, 3))
    folds = 1 + rng.choice([0, 0.05, 0.12]) * np.sin(x / rng.uniform(3, 9) + y / rng.uniform(5, 30))
    cloth = np.broadcast_to(np.array(colour), (size, size, 3)) * folds[..., None]
    noise = rng.choice([0, 2, 5]) * rng.standard_normal((size, size, 3))
    return np.clip(np.where(tee(size)[..., None], cloth, floor) + noise, 0, 255).astype(np.uint8)


PURE = {"black": ["000000", "111111", "1a1a1a", "0a0a0c"], "white": ["ffffff", "f8f8f8", "f2f2f0"],
        "gray": ["808080", "999999", "6e6e6e", "b0b0b0", "5a5a5a"], "beige": ["e8d8b8", "d9c7a3", "f5f5dc", "e3d5be"],
        "brown": ["7a4b2a", "5c3a21", "8b4513", "654321", "4e342e"], "red": ["dd2222", "ff0000", "b11226", "cc0000"],
        "pink": ["ffc0cb", "ff69b4", "e75480", "f4a6c0"], "orange": ["ff8800", "ff7f00", "f26b1d", "e67e22"],
        "yellow": ["ffdd00", "ffff00", "f7d038", "f5e663"], "green": ["228b22", "00aa00", "2e7d32", "556b2f", "7cb342"],
        "blue": ["87ceeb", "1e66d0", "2a6fdb", "0000ff", "5b9bd5", "4477aa"],
        "navy": ["1f2a4d", "000080", "141e3c", "1b2a49", "222b4a"], "purple": ["800080", "6a3d9a", "9b59b6", "b39ddb"]}


def drawn(shades, rng):
    jobs = [(s, n) for n, s in shades] + [(h, n) for n, hs in PURE.items() for h in hs for _ in range(4)]
    F, y = [], []
    for code, name in jobs:
        F.append(measure(draw([int(code[i:i + 2], 16) for i in (0, 2, 4)], rng))[0])
        y.append(NAMES.index(name))
    for _ in range(60):
        F.append(measure(draw(patches(rng), rng))[0])
        y.append(NAMES.index("multicolor"))
    return np.array(F), np.array(y)


# ----------------------------------------------------------------------------------------------- model

def softmax(z):
    z = np.exp(z - z.max(-1, keepdims=True))
    return z / z.sum(-1, keepdims=True)


def predict(model, z):
    return softmax(np.tanh(z @ model[0] + model[1]) @ model[2] + model[3])


def train(z, target, weight, seed, hidden=32, epochs=60, rate=4e-3, decay=3e-2, drop=0.2, noise=0.1):
    """One hidden layer, AdamW with a one-cycle rate; the seed makes it repeatable."""
    rng = np.random.default_rng(seed)
    n, k = z.shape
    w = [rng.uniform(-1, 1, (k, hidden)) / k ** 0.5, np.zeros(hidden),
         rng.uniform(-1, 1, (hidden, len(NAMES))) / hidden ** 0.5, np.zeros(len(NAMES))]
    m, v, step, steps = [0 * q for q in w], [0 * q for q in w], 0, epochs * (n // 128)
    for _ in range(epochs):
        order = rng.permutation(n)
        for s in range(0, n - 127, 128):
            i = order[s:s + 128]
            x = z[i] + noise * rng.standard_normal((128, k))
            h = np.tanh(x @ w[0] + w[1])
            mask = (rng.random(h.shape) > drop) / (1 - drop)
            g = (softmax((h * mask) @ w[2] + w[3]) - target[i]) * (weight[i] / 128)[:, None]
            gh = (g @ w[2].T) * mask * (1 - h * h)
            grads = [x.T @ gh, gh.sum(0), (h * mask).T @ g, g.sum(0)]
            step += 1
            part = step / steps
            lr = rate * (0.04 + 0.96 * part / 0.3 if part < 0.3
                         else 0.5 * (1 + np.cos(np.pi * (part - 0.3) / 0.7)))
            for q in range(4):
                m[q] = 0.9 * m[q] + 0.1 * grads[q]
                v[q] = 0.999 * v[q] + 0.001 * grads[q] ** 2
                w[q] = w[q] * (1 - lr * decay) - lr * (m[q] / (1 - 0.9 ** step)) / (
                    np.sqrt(v[q] / (1 - 0.999 ** step)) + 1e-8)
    return w


def smoothed(y, by=0.1):
    return np.eye(len(NAMES))[y] * (1 - by) + by / len(NAMES)


def fit(z, y, weight, teachers=8):
    """Several models; one model then learns their mean answer, between the samples too: it keeps their accuracy."""
    crowd = [train(z, smoothed(y), weight, s, epochs=40) for s in range(teachers)]

    def answer(x):
        return sum(predict(m, x) for m in crowd) / teachers

    mix = np.random.default_rng(77)
    i, j = mix.integers(0, len(z), (2, 3 * len(z)))
    part = mix.uniform(0.5, 1, (len(i), 1))
    more = part * z[i] + (1 - part) * z[j] + 0.15 * mix.standard_normal((len(i), z.shape[1]))
    every = np.concatenate([z, more])
    return train(every, answer(every), np.ones(len(every)), 99, HIDDEN, epochs=16, decay=1e-3, drop=0, noise=0.02)


HIDDEN = 40


# ------------------------------------------------------------------------------------------------ main

def load(data):
    with open(os.path.join(data, "closet.csv"), newline="") as f:
        rows = list(csv.DictReader(f))
    F, S, C, pictures = [], [], [], tarfile.open(os.path.join(data, "closet.tar"))
    files = {os.path.basename(m.name): m for m in pictures.getmembers() if m.isfile()}
    for row in rows:
        raw = pictures.extractfile(files[row["n"] + ".jpg"]).read()
        picture = np.asarray(Image.open(io.BytesIO(raw)).convert("RGB"))
        f, c = measure(picture)
        F.append(f)
        S.append(measure(picture, SMALL)[0])
        C.append(np.concatenate([c, np.zeros((6 - len(c), 4))]))
    return np.array(F), np.array(S), np.array(C, np.float32)


def parts(rows):
    """Rows to fit on, held-out rows, test rows."""
    split = np.array([r["split"] for r in rows])
    known = np.array([r["colour"] in NAMES for r in rows])
    tenth = np.random.RandomState(5).rand(len(rows)) < 0.1
    held = (split == "validation") | ((split != "test") & tenth)
    return known & ~held & (split != "test"), known & held, known & (split == "test")


def report(title, p, y):
    right = p.argmax(1) == y
    two = (np.argsort(-p, 1)[:, :2] == y[:, None]).any(1).mean()
    print(f"{title}: {right.mean():.4f} of {len(y)}; in the first two {two:.4f}")
    for k, name in enumerate(NAMES):
        if (y == k).any():
            print(f"  {name:11s}{right[y == k].mean():.3f} of {(y == k).sum()}")


def read_shades(folder, data):
    """Pairs of basic name and hexadecimal colour, and the shades' own names."""
    with open(os.path.join(data, "tables", "xkcd-colours.json")) as f:
        codes = {c["color"]: c["hex"][1:].lower() for c in json.load(f)["colors"]}
    shades = []
    with open(os.path.join(folder, "colour-shades.txt")) as f:
        for line in f:
            if not line.startswith("#"):
                name, members = line.strip().split(": ")
                shades += [(name, codes[s], s.replace("grey", "gray")) for s in members.split(", ")]
    return shades


def single_terms(lab):
    L, a, b = lab[:, 0], lab[:, 1] * 5, lab[:, 2] * 5
    c = np.sqrt(a * a + b * b + 1e-6)
    u, v = a / (c + 0.05), b / (c + 0.05)
    return np.stack([L, a, b, c, u, v, L * L, L * c, L * a, L * b, a * a, a * b, b * b, u * v, u * u, L * u, L * v],
                    1)


def fit_single(C, y, weight):
    """Names of one colour alone: a softmax of smooth terms, on main clusters and on shades."""
    z = single_terms(C)
    mu, sd = z.mean(0), z.std(0)
    z = (z - mu) / sd
    w, b = np.zeros((z.shape[1], len(NAMES))), np.zeros(len(NAMES))
    m, v, t = [0 * w, 0 * b], [0 * w, 0 * b], smoothed(y, 0.02)
    for step in range(1, 1501):
        g = (softmax(z @ w + b) - t) * (weight / weight.sum())[:, None]
        for q, gr in enumerate((z.T @ g + 1e-4 * w, g.sum(0))):
            m[q] = 0.9 * m[q] + 0.1 * gr
            v[q] = 0.999 * v[q] + 0.001 * gr ** 2
            d = 0.03 * (m[q] / (1 - 0.9 ** step)) / (np.sqrt(v[q] / (1 - 0.999 ** step)) + 1e-9)
            if q:
                b = b - d
            else:
                w = w - d
    # the scaling is folded into the weights, so that the terms go in as they are
    return w / sd[:, None], b - (mu / sd) @ w


def numbers(values, indent):
    """Numbers as C#, in lines of at most 120 characters."""
    lines, line = [], indent
    for v in np.asarray(values).ravel():
        t = f"{float(v):.4g}f,"
        if len(line) + len(t) + 1 > 118:
            lines.append(line.rstrip())
            line = indent
        line += t + " "
    return "\n".join(lines + [line.rstrip()])


TABLE = """// Written by training/colours.py; run it again instead of changing numbers here.
namespace Drape.Colours;

/// <summary>
/// The fitted numbers that names are decided by: one hidden layer over <see cref="ColourStatistics"/>, fitted on
/// {count} photographs of garments named by people and on {drawn} drawn garments of pure colours, the mean of
/// several fits as its teacher; and a softmax of smooth terms for one colour alone, fitted on the main clusters of
/// the same photographs and on the shades of the xkcd survey. Of {heldcount} photographs held out, it names
/// {held:.3f} as people did.
/// </summary>
static class NameTable
{{
    /// <summary>Number of statistics.</summary>
    public const int Inputs = {inputs};

    /// <summary>Number of hidden values.</summary>
    public const int Hidden = {hidden};

    /// <summary>Number of terms of one colour.</summary>
    public const int Terms = {terms};
"""

FIELD = """
    /// <summary>{text}</summary>
    public static readonly float[] {name} =
    [
{values}
    ];
"""


def write_table(path, facts, fields):
    with open(path, "w") as f:
        f.write(TABLE.format(**facts))
        for name, text, values in fields:
            f.write(FIELD.format(name=name, text=text, values=numbers(values, " " * 8)))
        f.write("}\n")


def write_shades(path, shades):
    with open(path, "w") as f:
        f.write("""// Written by training/colours.py from training/colour-shades.txt.
namespace Drape.Colours;

/// <summary>Finer names: shades of the xkcd colour survey (CC0) that suit clothes, each under its basic name.</summary>
static class ShadeTable
{
    /// <summary>Basic name, shade and its web colour.</summary>
    public static readonly (string Name, string Shade, string Hex)[] All =
    [
""")
        for name, code, shade in shades:
            f.write(f'        ("{name}", "{shade}", "#{code}"),\n')
        f.write("    ];\n}\n")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("--data", required=True, help="folder with closet.tar, closet.csv and tables/")
    args.add_argument("--cache", help="file that keeps the measured statistics between runs")
    args.add_argument("--test", action="store_true", help="print the figures of split=test too")
    args.add_argument("--out", default=os.path.join(here, "..", "src", "Drape", "Colours"))
    args = args.parse_args()

    with open(os.path.join(args.data, "closet.csv"), newline="") as f:
        rows = list(csv.DictReader(f))
    if args.cache and os.path.exists(args.cache):
        kept = np.load(args.cache)
        F, S, C = kept["F"], kept["S"], kept["C"]
    else:
        F, S, C = load(args.data)
        if args.cache:
            np.savez(args.cache, F=F, S=S, C=C)
    F = F.astype(np.float64)
    y = np.array([NAMES.index(r["colour"]) if r["colour"] in NAMES else 0 for r in rows])
    fitted, held, test = parts(rows)
    shades = read_shades(here, args.data)
    rng = np.random.default_rng(3)
    drawn_f, drawn_y = drawn([(n, c) for n, c, _ in shades], rng)

    mu, sd = F[fitted].mean(0), F[fitted].std(0) + 0.02

    def scaled(f):
        return np.clip((f - mu) / sd, -4, 4)

    z = scaled(np.concatenate([F[fitted], S[fitted], drawn_f]))
    weight = np.concatenate([np.full(2 * fitted.sum(), 0.7), np.full(len(drawn_y), 0.35)])
    model = fit(z, np.concatenate([y[fitted], y[fitted], drawn_y]), weight)
    p = predict(model, scaled(F))
    report("fitted", p[fitted], y[fitted])
    report("held out", p[held], y[held])
    report("drawn", predict(model, scaled(drawn_f)), drawn_y)
    if args.test:
        report("test", p[test], y[test])

    plain = fitted & (y < NAMES.index("multicolor")) & (C[:, 0, 3] > 0.6)
    web = np.array([[int(c[i:i + 2], 16) for i in (0, 2, 4)] for _, c, _ in shades]
                   + [[int(h[i:i + 2], 16) for i in (0, 2, 4)] for hs in PURE.values() for h in hs], np.uint8)
    web_y = np.array([NAMES.index(n) for n, _, _ in shades] + [NAMES.index(n) for n, hs in PURE.items() for _ in hs])
    web_w = np.concatenate([np.ones(len(shades)), np.full(len(web_y) - len(shades), 6.0)])
    colour = np.concatenate([C[plain, 0, :3], oklab(web)]).astype(np.float64)
    single = fit_single(colour, np.concatenate([y[plain], web_y]), np.concatenate([np.full(plain.sum(), 0.3), web_w]))
    q = softmax(single_terms(colour) @ single[0] + single[1]).argmax(1)
    print(f"one colour alone: photographs {(q[:plain.sum()] == y[plain]).mean():.3f}, "
          f"shades {(q[plain.sum():] == web_y).mean():.3f}")

    facts = dict(count=int(fitted.sum()), drawn=len(drawn_y), heldcount=int(held.sum()),
                 held=float((p[held].argmax(1) == y[held]).mean()), inputs=F.shape[1], hidden=HIDDEN,
                 terms=single[0].shape[0])
    write_table(os.path.join(args.out, "NameTable.cs"), facts, [
        ("Mean", "Mean of each statistic.", mu), ("Scale", "One over the spread of each statistic.", 1 / sd),
        ("Hide", "Weights to the hidden values, one row a hidden value.", model[0].T),
        ("HideShift", "Shift of each hidden value.", model[1]),
        ("Name", "Weights to the names, one row a name.", model[2].T),
        ("NameShift", "Shift of each name.", model[3]),
        ("Single", "Weights of one colour's terms, one row a name.", single[0].T),
        ("SingleShift", "Shift of each name of one colour.", single[1])])
    write_shades(os.path.join(args.out, "ShadeTable.cs"), shades)


if __name__ == "__main__":
    main()
