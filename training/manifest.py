"""What a trained network needs to be shipped: calibration, thresholds, weights in half the bytes, its manifest entry."""
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

import augment

ROOT = Path(__file__).resolve().parent.parent
PROFITING = ["avx512vnni", "avxvnni", "dotprod"]  # processors that multiply 8-bit integers as quickly as they add them


def temperature(logits, truth):
    """The temperature of least negative log likelihood (Guo et al. 2017), by trying a fine grid."""
    known = truth >= 0
    if not known.any():
        return 1.0
    tried = np.exp(np.linspace(np.log(0.3), np.log(3), 200))
    losses = [F.cross_entropy(logits[known] / t, truth[known]).item() for t in tried]
    return round(float(tried[int(np.argmin(losses))]), 4)


def lowest(confidence, right, target):
    """The least confidence above which answers are right in `target` of the cases; 0 where all are."""
    order = confidence.argsort(descending=True)
    precision = right[order].cumsum(0) / torch.arange(1, len(order) + 1)
    enough = torch.nonzero(precision >= target).flatten()
    if len(enough) == len(order):
        return 0.0
    # Where no cut reaches the target the surest answer alone is the bound.
    return float(confidence[order][int(enough[-1]) if len(enough) else 0])


def thresholds(probabilities, truth, target, floor=0.0, least=8):
    """For each class the least confidence above which its answers are right in `target` of the cases.

    Read off the class's precision-recall curve, and never below `floor`: a rare class may be right in most of its few
    unsure answers by chance. A class with fewer than `least` answers on the held-out part takes the threshold of all
    classes together: its own curve would be chance.
    """
    known = truth >= 0
    confidence, best = probabilities[known].max(1)
    right = (best == truth[known]).float()
    if not known.any():
        return [floor] * probabilities.shape[1]
    common = lowest(confidence, right, target)
    found = []
    for name in range(probabilities.shape[1]):
        mine = best == name
        found.append(round(max(lowest(confidence[mine], right[mine], target) if int(mine.sum()) >= least else common, floor), 4))
    return found


def simplify(path):
    """Lets the strided convolutions pad by themselves, and drops what then serves nothing.

    For sides that are multiples of 32 the 'same' padding of the original network is always the same: a kernel of 3
    lacks one row below, a kernel of 5 one above and two below; columns likewise.
    """
    model = onnx.load(str(path))
    graph = model.graph
    maker = {name: node for node in graph.node for name in node.output}
    for node in graph.node:
        padding = maker.get(node.input[0]) if node.op_type == "Conv" else None
        if padding is not None and padding.op_type == "Pad":
            kernel = next(a for a in node.attribute if a.name == "kernel_shape").ints[0]
            before, after = (kernel - 2) // 2, (kernel - 1) // 2
            pads = next(a for a in node.attribute if a.name == "pads")
            pads.ints[:] = [before, before, after, after]
            node.input[0] = padding.input[0]
    wanted, kept = {o.name for o in graph.output}, []
    for node in reversed(graph.node):
        if wanted.intersection(node.output):
            kept.append(node)
            wanted.update(node.input)
    del graph.node[:]
    graph.node.extend(reversed(kept))
    left = [i for i in graph.initializer if i.name in wanted]
    del graph.initializer[:]
    graph.initializer.extend(left)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def halve(path):
    """Stores the weights as float16; the runtime turns them back when it loads the network, so that it runs as before."""
    model = onnx.load(str(path))
    graph, casts = model.graph, []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < 1024:
            continue
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), tensor.name + ".half"))
        casts.append(helper.make_node("Cast", [tensor.name + ".half"], [tensor.name], to=TensorProto.FLOAT))
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def rounded(network):
    """The network with its weights rounded as `halve` stores them, for the parity arrays."""
    with torch.no_grad():
        for p in network.parameters():
            if p.numel() >= 1024:
                p.copy_(p.half().float())
    return network


def formula_picture(width, height):
    """A picture made by a formula, for the parity test: bytes (x * 5 + y * 3 + channel * 70 + (x * y) % 31) % 256."""
    y, x = np.mgrid[0:height, 0:width]
    picture = np.stack([(x * 5 + y * 3 + c * 70 + (x * y) % 31) % 256 for c in range(3)]).astype(np.uint8)
    return torch.from_numpy(picture)[None]


def parity(shipped, names, sizes, file, values=400):
    """Writes every n-th value of every output for the formula's picture (320 x 448), at each size (width, height)."""
    width, height, runs = 320, 448, []
    for across, down in sizes:
        planes = augment.squashed(formula_picture(width, height), across, down)
        with torch.no_grad():
            outputs = shipped(planes)
        found = {}
        for name, output in zip(names, outputs):
            flat = output.flatten()
            step = -(-len(flat) // values)
            found[name] = {"shape": list(output.shape), "step": step, "values": [round(v, 5) for v in flat[::step].tolist()]}
        runs.append({"inputWidth": across, "inputHeight": down, "outputs": found})
    Path(file).write_text(json.dumps({"width": width, "height": height, "runs": runs}) + "\n")


def digest(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def enter(models, entry, file, quantized=None):
    """Puts an entry into models.json in place of the older one of its name, and removes that one's files."""
    entry = {**entry, "file": file.name, "sha256": digest(file)}
    if quantized:
        entry["int8"] = {"file": quantized.name, "sha256": digest(quantized), "processors": PROFITING}
    manifest = models / "models.json"
    listed = json.loads(manifest.read_text()) if manifest.exists() else {"models": []}
    for old in models.glob(f"{entry['name']}-*.onnx"):
        if old not in (file, quantized):
            old.unlink()
    at = next((i for i, m in enumerate(listed["models"]) if m["name"] == entry["name"]), len(listed["models"]))
    listed["models"][at:at + 1] = [entry]
    manifest.write_text(json.dumps(listed, indent=2) + "\n")
    for written in filter(None, (file, quantized)):
        print(f"{written.name}: {written.stat().st_size / 1e6:.1f} MB")
