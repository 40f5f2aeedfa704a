"""The backbone: MobileNetEdgeTPU 1.0 (Apache-2.0, 4.1 M parameters), read from its published weights.

The weights come with batch norm folded into the convolutions. `calibrate` takes the statistics of
real pictures back into batch-norm layers without changing the function, so that every layer can be
trained further; `folded` folds them again for export.

Input: RGB in -1..1, (N, 3, H, W). Output: (N, 1280, H/32, W/32).
"""
import copy
import json

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.fusion import fuse_conv_bn_eval

ACTIVATIONS = {"none": nn.Identity, "relu": nn.ReLU, "relu6": nn.ReLU6}


# The last layer at each stride, narrow (linear bottlenecks): index in the table by stride, and its channels.
STRIDES = {4: (12, 32), 8: (23, 48), 16: (53, 96), 32: (71, 192)}


class Convolution(nn.Conv2d):
    """One of a backbone. The way back through a depthwise one of 5x5 takes four times as long in bfloat16 as in float32."""

    def forward(self, x):
        if self.groups > 1 and self.kernel_size == (5, 5) and torch.is_autocast_cpu_enabled():
            with torch.autocast("cpu", enabled=False):
                return super().forward(x.float())
        return super().forward(x)


class SamePadded(Convolution):
    """A strided convolution with the asymmetric 'same' padding of the original network."""

    def forward(self, x):
        (kernel, _), (stride, _) = self.kernel_size, self.stride
        height, width = int(x.shape[-2]), int(x.shape[-1])
        down = max((-(-height // stride) - 1) * stride + kernel - height, 0)
        across = max((-(-width // stride) - 1) * stride + kernel - width, 0)
        return super().forward(F.pad(x, (across // 2, across - across // 2, down // 2, down - down // 2)))


class Backbone(nn.Module):
    def __init__(self, weights):
        super().__init__()
        archive = np.load(weights)
        self.table = json.loads(str(archive["layers"]))[:-1]  # the last layer is ImageNet's classifier
        self.layers = nn.ModuleDict()
        widths = {-1: 3}
        for index, row in enumerate(self.table):
            if row["op"] == "add":
                widths[index] = widths[row["a"]]
                continue
            strided = row["stride"] == 2
            convolution = (SamePadded if strided else Convolution)(
                widths[row["src"]], row["out"], row["k"], row["stride"],
                0 if strided else row["k"] // 2, groups=row["groups"], bias=False)
            convolution.weight.data = torch.tensor(archive[f"w{index}"].astype(np.float32))
            norm = nn.BatchNorm2d(row["out"])
            norm.bias.data = torch.tensor(archive[f"b{index}"].astype(np.float32))
            norm.running_var.fill_(1 - norm.eps)
            self.layers[str(index)] = nn.Sequential(convolution, norm, ACTIVATIONS[row["act"]]())
            widths[index] = row["out"]
        self.width = widths[len(self.table) - 1]

    def forward(self, x):
        return self.layers_of(x, [len(self.table) - 1])[0]

    def layers_of(self, x, wanted, after=-1):
        """The outputs of the layers `wanted` (ascending); what lies behind the last of them is not computed.

        `x` is a picture, or the output of the narrow layer `after`.
        """
        seen = {after: x}
        for index, row in enumerate(self.table[after + 1:wanted[-1] + 1], after + 1):
            if row["op"] == "add":
                seen[index] = seen[row["a"]] + seen[row["b"]]
            else:
                seen[index] = self.layers[str(index)](seen[row["src"]])
        return [seen[index] for index in wanted]


@torch.no_grad()
def calibrate(network, pictures):
    """Gives every batch norm the statistics of `pictures` (N, 3, H, W); the function stays the same."""

    def adopt(norm, inputs, _):
        values = inputs[0]
        mean, variance = values.mean((0, 2, 3)), values.var((0, 2, 3)) + 1e-6
        bias = norm.bias.data.clone()
        norm.running_mean.data, norm.running_var.data = mean, variance
        norm.weight.data, norm.bias.data = (variance + norm.eps).sqrt(), mean + bias

    network.eval()
    hooks = [m.register_forward_hook(adopt) for m in network.modules() if isinstance(m, nn.BatchNorm2d)]
    network(pictures)
    for hook in hooks:
        hook.remove()


def folded(backbone):
    """A copy for export: batch norm folded into the convolutions, which then carry a bias."""
    copied = copy.deepcopy(backbone).float().eval()
    for key, layer in copied.layers.items():
        copied.layers[key] = nn.Sequential(fuse_conv_bn_eval(layer[0], layer[1]), layer[2])
    return copied
