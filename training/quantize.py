"""Makes the int8 twin of a network: QDQ, weights by channel, activations by the range they take on training pictures.

Runs the ONNX graph itself, in torch, to see those ranges; only the operators that the networks here use are known.
"""
import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper


def attributes(node):
    return {a.name: helper.get_attribute_value(a) for a in node.attribute}


def run(graph, feeds, look=None):
    """Evaluates a graph; `look(name, tensor)` sees every value."""
    seen = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    seen.update(feeds)
    for node in graph.node:
        if any(i and i not in seen for i in node.input):
            continue
        x, a = [seen[i] if i else None for i in node.input], attributes(node)
        if node.op_type == "Conv":
            top, left, bottom, right = a.get("pads", [0, 0, 0, 0])
            padded = F.pad(x[0], (left, right, top, bottom))
            y = F.conv2d(padded, x[1], x[2] if len(x) > 2 else None, tuple(a["strides"]), 0, tuple(a["dilations"]), a["group"])
        elif node.op_type == "Relu":
            y = x[0].relu()
        elif node.op_type == "Add":
            y = x[0] + x[1]
        elif node.op_type == "Sub":
            y = x[0] - x[1]
        elif node.op_type == "Mul":
            y = x[0] * x[1]
        elif node.op_type == "Div":
            y = x[0] / x[1]
        elif node.op_type == "Sqrt":
            y = x[0].sqrt()
        elif node.op_type == "ReduceMean":
            y = x[0].mean(a["axes"], keepdim=bool(a.get("keepdims", 1)))
        elif node.op_type == "ReduceMax":
            y = x[0].amax(a["axes"], keepdim=bool(a.get("keepdims", 1)))
        elif node.op_type == "Resize":
            y = F.interpolate(x[0], scale_factor=float(x[2][-1]), mode="bilinear", align_corners=False)
        elif node.op_type == "Concat":
            y = torch.cat(x, a["axis"])
        elif node.op_type == "Constant":
            y = torch.from_numpy(numpy_helper.to_array(a["value"]).copy())
        elif node.op_type == "Identity":
            y = x[0]
        else:
            continue  # of a head or a norm: that, and what comes of it, stays as it is
        seen[node.output[0]] = y
        if look:
            look(node.output[0], y)
    return seen


def ranges(graph, batches, input_name, cut=0.99999):
    """(least, greatest) by tensor; the outermost hundred-thousandth on either side is cut off.

    Ten times as much cut off cost the style network two points: few places are so strong, and they tell the most.
    """
    found = {}

    def look(name, tensor):
        if tensor.ndim != 4 or not tensor.dtype.is_floating_point:
            return
        flat = tensor.flatten()
        if len(flat) > 200_000:
            flat = flat[torch.randint(len(flat), (200_000,))]
        low, high = torch.quantile(flat, torch.tensor([1 - cut, cut])).tolist()
        old = found.get(name)
        found[name] = (low, high) if old is None else (min(low, old[0]), max(high, old[1]))

    with torch.no_grad():
        for batch in batches:
            look(input_name, batch)
            run(graph, {input_name: batch}, look)
    return found


def quantize(source, target, batches):
    """Writes the int8 twin of `source`; `batches` are inputs (N, 3, H, W) of the kind the network will see."""
    model = onnx.load(str(source))
    graph = model.graph
    torch.manual_seed(1)
    found = ranges(graph, batches, graph.input[0].name)
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    consumers = {}
    for node in graph.node:
        for name in node.input:
            consumers.setdefault(name, []).append(node.op_type)
    outputs = {o.name for o in graph.output}

    def wanted(node):
        """Values that convolutions and their sums hand on: after the activation where there is one."""
        name = node.output[0]
        if name in outputs or name not in found:
            return False
        return node.op_type in ("Relu", "Resize") or (node.op_type in ("Conv", "Add") and consumers.get(name) != ["Relu"])

    nodes, renamed, gone = [], {}, set()

    def add(name, values):
        graph.initializer.append(numpy_helper.from_array(values, name))
        return name

    def wrap(name):
        low, high = min(found[name][0], 0.0), max(found[name][1], 0.0)
        scale = max((high - low) / 255, 1e-8)
        zero = int(np.clip(round(-low / scale), 0, 255))
        s, z = add(f"{name}.scale", np.float32(scale)), add(f"{name}.zero", np.uint8(zero))
        nodes.append(helper.make_node("QuantizeLinear", [name, s, z], [f"{name}.q"]))
        nodes.append(helper.make_node("DequantizeLinear", [f"{name}.q", s, z], [f"{name}.dq"]))
        renamed[name] = f"{name}.dq"

    wrap(graph.input[0].name)
    for node in list(graph.node):
        for place, name in enumerate(node.input):
            node.input[place] = renamed.get(name, name)
        if node.op_type == "Conv" and node.input[0].endswith(".dq"):
            name = node.input[1]
            values = weights[name]
            scale = np.maximum(np.abs(values).reshape(len(values), -1).max(1), 1e-8).astype(np.float32) / 127
            whole = np.clip(np.round(values / scale.reshape(-1, 1, 1, 1)), -127, 127).astype(np.int8)
            nodes.append(helper.make_node(
                "DequantizeLinear", [add(f"{name}.q", whole), add(f"{name}.scale", scale), add(f"{name}.zero", np.zeros(len(scale), np.int8))],
                [f"{name}.dq"], axis=0))
            node.input[1] = f"{name}.dq"
            gone.add(name)
            if len(node.input) > 2:
                bias = node.input[2]
                step = (numpy_helper.to_array(next(i for i in graph.initializer if i.name == node.input[0][:-3] + ".scale")) * scale).astype(np.float32)
                whole = np.clip(np.round(weights[bias] / step), -2**31, 2**31 - 1).astype(np.int32)
                nodes.append(helper.make_node(
                    "DequantizeLinear", [add(f"{bias}.q", whole), add(f"{bias}.scale", step), add(f"{bias}.zero", np.zeros(len(step), np.int32))],
                    [f"{bias}.dq"], axis=0))
                node.input[2] = f"{bias}.dq"
                gone.add(bias)
        nodes.append(node)
        if wanted(node):
            wrap(node.output[0])
    used = {name for node in nodes for name in node.input}
    kept = [i for i in graph.initializer if i.name not in gone or i.name in used]
    del graph.node[:]
    graph.node.extend(nodes)
    del graph.initializer[:]
    graph.initializer.extend(kept)
    pack(graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))


def pack(graph, columns=4):
    """Lets the first convolution of an int8 twin read `columns` neighbouring pixels of a row as one, of so many times the channels.

    Its pixels have three bytes, and to gather them one by one takes three quarters of its time. Of a wide pixel it answers for all
    the places that lie in it, each with its own copy of the weights, between zeros: the whole numbers that come out are the same.
    Pictures are as many times `columns` wide.
    """
    values = {i.name: i for i in graph.initializer}

    def after(name):
        return next(node for node in graph.node if name in node.input)

    def put(name, array):
        values[name].CopyFrom(numpy_helper.from_array(np.ascontiguousarray(array), name))

    entry = after(graph.input[0].name)
    back = after(entry.output[0])
    convolution = after(back.output[0])
    weight, bias = (next(node for node in graph.node if name in node.output) for name in convolution.input[1:3])
    answer = after(convolution.output[0])
    answer = answer if answer.op_type == "QuantizeLinear" else after(answer.output[0])

    old = attributes(convolution)
    (top, left, bottom, _), (down, across) = old["pads"], old["strides"]
    narrow = numpy_helper.to_array(values[weight.input[0]])
    outputs, channels, height, width = narrow.shape
    places = columns // across
    begin = -left // columns  # of the wide pixels that one answer needs the first and the last
    end = ((places - 1) * across - left + width - 1) // columns
    wide = np.zeros((places * outputs, columns * channels, height, end - begin + 1), narrow.dtype)
    for place in range(places):
        for tap in range(width):
            pixel, part = divmod(place * across - left + tap, columns)
            wide[place * outputs:(place + 1) * outputs, part * channels:(part + 1) * channels, :, pixel - begin] = narrow[..., tap]
    put(weight.input[0], wide)
    for name in (*weight.input[1:], *bias.input):
        put(name, np.tile(numpy_helper.to_array(values[name]), places))
    convolution.ClearField("attribute")
    convolution.attribute.extend(helper.make_attribute(name, value) for name, value in {
        **old, "pads": [top, -begin, bottom, end], "strides": [down, 1], "kernel_shape": wide.shape[2:]}.items())

    def regrouped(source, target, size):
        """Nodes that share a row's values out anew, `size` to a pixel; ONNX Runtime, for which channels come last here, moves none."""
        graph.initializer.append(numpy_helper.from_array(np.array([0, 0, -1, size]), f"{target}.shape"))
        return [helper.make_node("Transpose", [source], [f"{target}.last"], perm=[0, 2, 3, 1]),
                helper.make_node("Reshape", [f"{target}.last", f"{target}.shape"], [f"{target}.rows"]),
                helper.make_node("Transpose", [f"{target}.rows"], [target], perm=[0, 3, 1, 2])]

    back.input[0] = f"{entry.output[0]}.wide"
    narrowed, answer.output[0] = answer.output[0], f"{answer.output[0]}.wide"
    nodes = []
    for node in graph.node:
        nodes.append(node)
        if node is entry:
            nodes.extend(regrouped(entry.output[0], back.input[0], columns * channels))
        elif node is answer:
            nodes.extend(regrouped(answer.output[0], narrowed, outputs))
    del graph.node[:]
    graph.node.extend(nodes)
