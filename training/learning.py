"""What every recipe shares: its options, the way down, an average of the weights, losses that skip what has no label."""
import argparse
import copy
import math
from contextlib import contextmanager

import torch
import torch.nn as nn
import torch.nn.functional as F

UNKNOWN = -1
DEVICE = torch.device("cpu")  # where networks run; pictures, labels and losses stay with the processor


def recipe(words, data, out, rate, average, look):
    """A parser of the options that every recipe has, described in its words."""
    parser = argparse.ArgumentParser(description=words, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data", help=f"folder with {data}")
    parser.add_argument("--backbone", default="../shared/pretrained/mobilenet_edgetpu_1.0.npz")
    parser.add_argument("--out", default=out, help="the checkpoint to write")
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--average", type=float, default=average, help="how much of the average of weights a step keeps")
    parser.add_argument("--look", type=int, default=look[0], help=f"validate and save every so many {look[1]}")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu", help="where the network is trained")
    parser.add_argument("--seed", type=int, default=1)
    return parser


def settled(options):
    """Seeds, threads and device as the options ask; the generator that a recipe draws from."""
    global DEVICE
    DEVICE = torch.device(options.device)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    return torch.Generator().manual_seed(options.seed)


def placed(network):
    """The network on the device, laid out as its convolutions like it best."""
    return network.to(DEVICE, memory_format=torch.channels_last)


def answers(run, x, exact=False):
    """What a network, or a part of one, makes of a batch, in bfloat16 unless `exact`; brought back to where the labels are."""
    with torch.autocast(DEVICE.type, torch.bfloat16, enabled=not exact):
        return brought(run(x.to(DEVICE, memory_format=torch.channels_last)))


def brought(found):
    if isinstance(found, dict):
        return {name: brought(part) for name, part in found.items()}
    if isinstance(found, (tuple, list)):
        return [brought(part) for part in found]
    return found.cpu()


def checkpoint_of(path):
    """A checkpoint, wherever it was written."""
    return torch.load(path, map_location="cpu")


def shuffled(which, size, generator):
    """The indexes in another order, in full batches."""
    order = which[torch.randperm(len(which), generator=generator)]
    return order[:len(order) // size * size].split(size)


def freeze(network):
    """Training, but for the statistics of batch norm."""
    network.train()
    for module in network.modules():
        if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
            module.eval()


class Average:
    """Exponential moving average of weights and batch-norm statistics."""

    def __init__(self, network, decay):
        self.network, self.decay, self.steps = copy.deepcopy(network).eval(), decay, 0

    @torch.no_grad()
    def update(self, network):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for mine, theirs in zip(self.network.state_dict().values(), network.state_dict().values()):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - decay)
            else:
                mine.copy_(theirs)


def optimizer(backbone, heads, rate, decay=0.05, quicker=1.0):
    """AdamW; biases and norms do not decay, heads may learn `quicker` than the backbone."""
    groups = [
        {"params": [p for p in backbone.parameters() if p.ndim >= 2], "weight_decay": decay, "scale": 1.0},
        {"params": [p for p in backbone.parameters() if p.ndim < 2], "weight_decay": 0.0, "scale": 1.0},
        {"params": list(heads), "weight_decay": decay, "scale": quicker}]
    return torch.optim.AdamW(groups, lr=rate)


def schedule(adam, rate, step, total, warm):
    """Linear warm-up, then half a cosine down to nothing."""
    now = rate * min((step + 1) / warm, 0.5 + 0.5 * math.cos(math.pi * step / total))
    for group in adam.param_groups:
        group["lr"] = now * group["scale"]


class Descent:
    """AdamW down the schedule, with clipped gradients and an average of the weights."""

    def __init__(self, network, options, total, warm, decay=0.05, quicker=1.0, more=()):
        self.network, self.rate, self.total, self.warm, self.steps = network, options.rate, total, warm, 0
        self.average = Average(network, options.average)
        heads = [p for name, p in network.named_parameters() if not name.startswith("backbone.")]
        self.adam = optimizer(network.backbone, [*heads, *more], options.rate, decay, quicker)

    @contextmanager
    def step(self):
        """One step by the gradients of all losses that go backward within it."""
        schedule(self.adam, self.rate, self.steps, self.total, self.warm)
        self.adam.zero_grad()
        yield
        nn.utils.clip_grad_norm_(self.network.parameters(), 5)
        self.adam.step()
        self.average.update(self.network)
        self.steps += 1


def cross_entropy(logits, truth, smoothing=0.0, weight=None):
    """Cross entropy over the rows that have a label, divided by all rows; zero where none has."""
    known = truth >= 0
    if not known.any():
        return logits.sum() * 0
    return F.cross_entropy(logits[known], truth[known], weight=weight, label_smoothing=smoothing,
                           reduction="sum") / len(truth)


def accuracies(logits, truth, heads):
    """Top-1 by head over the rows that have a label of it."""
    result = {}
    for column, head in enumerate(heads):
        known = truth[:, column] >= 0
        if known.any():
            result[head] = (logits[head][known].argmax(1) == truth[known, column]).float().mean().item()
    return result


def calibration_error(confidence, right, bins=15):
    """Expected calibration error over equal bins of confidence."""
    error = 0.0
    index = (confidence * bins).clamp(max=bins - 1).long()
    for b in range(bins):
        chosen = index == b
        if chosen.any():
            gap = confidence[chosen].mean() - right[chosen].float().mean()
            error += chosen.float().mean().item() * abs(gap.item())
    return error
