"""What every recipe shares: an average of the weights, a schedule, losses that skip what has no label."""
import copy
import math

import torch
import torch.nn.functional as F

UNKNOWN = -1


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


def cross_entropy(logits, truth, smoothing=0.0, weight=None):
    """Cross entropy over the rows that have a label, divided by all rows; zero where none has."""
    known = truth >= 0
    if not known.any():
        return logits.sum() * 0
    return F.cross_entropy(logits[known], truth[known], weight=weight, label_smoothing=smoothing,
                           reduction="sum") / len(truth)


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
