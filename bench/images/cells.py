#!/usr/bin/env python3
"""Compares the parameters of networks of cells with Keras models that are built from the decisions alone.

    bench/images/cells.py FILE      FILE: written by org.espalier.nas.benchmark.image.CellDump

The models follow Zoph et al. 2018 and their program, not Espalier's layers: the functions below know cells, states and
operations. Weights that no output depends on do not count, as Keras leaves them out of the model. Ends with code 1 if a
number differs. Needs Python 3.10 and TensorFlow.
"""
import json
import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import tensorflow as tf

K = tf.keras.layers


def norm(x):
    return K.BatchNormalization(epsilon=1e-3)(x)


def conv(x, channels, size=1, stride=1, dilation=1, relu=True):
    x = K.ReLU()(x) if relu else x
    return norm(K.Conv2D(channels, size, stride, "same", dilation_rate=dilation, use_bias=False)(x))


def halved(x, channels):
    """A factorised reduction: the even and the odd pixels, each with half of the filters."""
    x = K.ReLU()(x)
    even = K.Conv2D(channels // 2, 1, 2, use_bias=False)(x)
    odd = K.Cropping2D(((1, 0), (1, 0)))(K.ZeroPadding2D(((0, 1), (0, 1)))(x))
    odd = K.Conv2D(channels - channels // 2, 1, 2, use_bias=False)(odd)
    return norm(K.Concatenate()([even, odd]))


def operation(name, x, channels, stride):
    kind, _, rest = name.partition("-")
    size = int(rest.split("x")[-1]) if rest else 0
    if name == "identity":
        return x if stride == 1 else conv(x, channels, 1, stride)
    if name.startswith("conv-1x") and size == 1 and rest != "1x1":
        side = int(rest.split("-")[0].split("x")[1])
        return conv(conv(x, channels, (1, side), (1, 1)), channels, (side, 1), stride)
    if kind == "conv":
        return conv(x, channels, size, stride)
    if kind == "sep":
        for step in (stride, 1):
            x = K.SeparableConv2D(channels, size, step, "same", use_bias=False)(K.ReLU()(x))
            x = norm(x)
        return x
    if kind == "avg":
        return K.AveragePooling2D(size, stride, "same")(x)
    if kind == "max":
        return K.MaxPooling2D(size, stride, "same")(x)
    if name.startswith("dil-sep-"):
        x = K.DepthwiseConv2D(size, 1, "same", dilation_rate=2, use_bias=False)(K.ReLU()(x))
        return norm(K.Conv2D(channels, 1, stride, use_bias=False)(x))
    if name == "dil-3x3":
        x = K.Conv2D(channels, 3, 1, "same", dilation_rate=2, use_bias=False)(K.ReLU()(x))
        return norm(x if stride == 1 else K.AveragePooling2D(1, 2)(x))
    raise ValueError(name)


def cell(blocks, outputs, current, older, channels, stride, image):
    """Returns the output of a cell; blocks: (state, state, operation, operation, combination)."""
    size = older.shape[1]
    first = conv(current, channels, relu=current is not image)
    if size != current.shape[1]:
        second = halved(older, channels)
    elif older.shape[-1] != channels:
        second = conv(older, channels, relu=older is not image)
    else:
        second = older
    states = [first, second]
    reads = [state for b in blocks for state, name in ((b[0], b[2]), (b[1], b[3])) if name != "none"]
    source = min([state for state in reads if state < 2], default=0)
    for left, right, left_name, right_name, combination in blocks:
        sides = []
        for state, name in ((left, left_name), (right, right_name)):
            step = stride if state < 2 else 1
            if name == "none":
                zeros = K.Rescaling(0.0)(states[source])
                sides.append(K.AveragePooling2D(1, 2)(zeros) if stride == 2 else zeros)
            else:
                sides.append(operation(name, states[state], channels, step))
        if combination == "add":
            real = [side for side, name in zip(sides, (left_name, right_name)) if name != "none"]
            states.append(K.Add()(sides) if len(real) == 2 else (real or sides)[0])
        else:
            states.append(conv(K.Concatenate()(sides), channels))
    if outputs == "UNUSED":
        outputs = [state for state in range(2, len(states)) if state not in reads]
    elif outputs == "ALL":
        outputs = list(range(2, len(states)))
    joined = [states[state] for state in outputs]
    return joined[0] if len(joined) == 1 else K.Concatenate()(joined)


def decoded(settings, decisions):
    """Returns the blocks of the normal and of the reduction cell."""
    searched = settings["combination"] == "SEARCHED"
    fixed = settings["combination"].lower()
    step = 5 if searched else 4
    names = ["current", "previous"] + [f"block{i}" for i in range(1, settings["blocks"])]
    rows = [decisions[i:i + step] for i in range(0, len(decisions), step)]
    blocks = [(names.index(r[0]), names.index(r[1]), r[2], r[3], r[4] if searched else fixed) for r in rows]
    return blocks[:settings["blocks"]], blocks[settings["blocks"]:]


def model(description):
    settings = description["settings"]
    normal, reduction = decoded(settings, description["decisions"])
    given = settings["outputStates"]
    outputs = (given["normal"], given["reduction"]) if given else (settings["output"],) * 2
    filters = [4, 16, 256] if settings["channels"] == "CHAPTER" else [settings["filters"] * f for f in (1, 2, 4)]
    image = x = tf.keras.Input(description["input"])
    if settings["stem"] == "CIFAR":
        x = norm(K.Conv2D(3 * filters[0], 3, padding="same", use_bias=False)(image))
    older = x
    for stage in range(3):
        if stage:
            x, older = cell(reduction, outputs[1], x, older, filters[stage], 2, image), x
        for _ in range(settings["repeats"]):
            x, older = cell(normal, outputs[0], x, older, filters[stage], 1, image), x
    x = K.GlobalAveragePooling2D()(K.ReLU()(x))
    return tf.keras.Model(image, K.Dense(description["outputs"], "softmax")(x))


def main():
    sound = True
    for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        tf.keras.backend.clear_session()
        description = json.loads(line)
        counted = sum(int(tf.size(weight)) for weight in model(description).trainable_weights)
        same = counted == description["parameters"]
        sound &= same
        print(f"{description['name']:10} {description['parameters']:9,} parameters, Keras {counted:9,} {'' if same else 'DIFFERENT'}",
              flush=True)
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
