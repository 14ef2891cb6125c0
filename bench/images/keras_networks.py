"""Keras models built from the descriptions of networks that the Java programs of benchmarks print."""

import numpy as np
import tensorflow as tf

keras = tf.keras
ACTIVATIONS = {"SWISH": "silu"}


def activation(name: str) -> str:
    return ACTIVATIONS.get(name, name.lower())


def window(settings: dict) -> dict:
    size = settings["window"]
    return {"strides": size["stride"], "padding": size["padding"].lower()}, (size["height"], size["width"])


def convolution(name: str, s: dict):
    place, size = window(s)
    return Conv2D(s["filters"], size, **place, groups=s["groups"], dilation_rate=s["dilation"],
                               use_bias=s["bias"], activation=activation(s["activation"]), name=name)


def depthwise(name: str, s: dict):
    place, size = window(s)
    return DepthwiseConv2D(size, **place, depth_multiplier=s["multiplier"], dilation_rate=s["dilation"],
                                        use_bias=s["bias"], activation=activation(s["activation"]), name=name)


def separable(name: str, s: dict, stride=None):
    """A separable convolution; Espalier's depthwise part has a bias of its own."""
    place, size = window(s)
    place["strides"] = stride or place["strides"]

    def apply(x):
        x = DepthwiseConv2D(size, **place, dilation_rate=s.get("dilation", 1), use_bias=False,
                                         name=name + ".layer0")(x)
        return Conv2D(s["filters"], 1, use_bias=s["bias"], activation=activation(s["activation"]),
                                   name=name + ".layer1")(x)
    return apply


def stacked(name: str, s: dict):
    plain = {**s, "bias": False, "activation": "LINEAR"}

    def apply(x):
        for index, stride in ((1, None), (4, 1)):
            x = separable(f"{name}.layer{index}", plain, stride)(keras.layers.ReLU()(x))
            x = BatchNormalization(epsilon=1e-3, name=f"{name}.layer{index + 1}")(x)
        return x
    return apply


def reduction(name: str, s: dict):
    half = s["filters"] // 2

    def apply(x):
        x = keras.layers.ReLU()(x)
        odd = keras.layers.ZeroPadding2D(((0, 1), (0, 1)))(x)
        odd = keras.layers.Cropping2D(((1, 0), (1, 0)))(odd)
        parts = [Conv2D(filters, 1, use_bias=False, name=f"{name}.{part}Conv")(
                     keras.layers.AveragePooling2D(1, strides=2)(image))
                 for part, image, filters in (("even", x, half), ("odd", odd, s["filters"] - half))]
        return BatchNormalization(epsilon=1e-3, name=name + ".norm")(keras.layers.Concatenate()(parts))
    return apply


def excite(name: str, s: dict):
    def apply(x):
        channels = x.shape[-1]
        means = keras.layers.GlobalAveragePooling2D()(x)
        hidden = Dense(max(1, channels // s["reduction"]), "relu", name=name + ".hidden")(means)
        weights = Dense(channels, "sigmoid", name=name + ".excite")(hidden)
        return keras.layers.Multiply()([x, keras.layers.Reshape((1, 1, channels))(weights)])
    return apply


def pad(height: int, width: int):
    def apply(x):
        rows, columns = height - x.shape[1], width - x.shape[2]
        return keras.layers.ZeroPadding2D(
            ((rows // 2, rows - rows // 2), (columns // 2, columns - columns // 2)))(x)
    return apply


def subsample(s: dict):
    """Every pixel whose row and column are the offset plus a multiple of the stride, with zeros beyond the edge."""
    stride, offset = s["stride"], s["offset"]

    def apply(x):
        if offset:
            x = keras.layers.ZeroPadding2D(((0, offset), (0, offset)))(x)
            x = keras.layers.Cropping2D(((offset, 0), (offset, 0)))(x)
        return keras.layers.AveragePooling2D(1, strides=stride)(x)
    return apply


def pool(kind, s: dict):
    place, size = window(s)
    return kind(size, **place)


def layer(name: str, kind: str, s: dict):
    match kind:
        case "Conv2d": return convolution(name, s)
        case "DepthwiseConv2d": return depthwise(name, s)
        case "SeparableConv2d": return separable(name, s)
        case "StackedSeparableConv2d": return stacked(name, s)
        case "FactorisedReduction": return reduction(name, s)
        case "SqueezeExcite": return excite(name, s)
        case "BatchNorm": return BatchNormalization(epsilon=s["epsilon"], name=name)
        case "Activate": return keras.layers.Activation(activation(s["activation"]))
        case "Dense": return Dense(s["units"], activation(s["activation"]), name=name)
        case "Dropout": return keras.layers.Dropout(s["rate"])
        case "MaxPool2d": return pool(keras.layers.MaxPooling2D, s)
        case "AveragePool2d": return pool(keras.layers.AveragePooling2D, s)
        case "GlobalAveragePool": return keras.layers.GlobalAveragePooling2D()
        case "Flatten": return keras.layers.Flatten()
        case "PassThrough": return lambda x: x
        case "Subsample": return subsample(s)
        case "PadImage": return pad(s["height"], s["width"])
    raise ValueError(f"{name} is a {kind}, which keras_networks.py cannot build.")


def with_weights(model: keras.Model) -> list:
    """Returns the layers that have weights, in the order of the description."""
    return sorted((each for each in model.layers if each.weights), key=lambda each: CREATED[each.name])


CREATED = {}


def numbered(kind):
    """Returns a class of layers that records the order in which its objects with a name are made."""
    def make(*arguments, **settings):
        if "name" in settings:
            CREATED[settings["name"]] = len(CREATED)
        return kind(*arguments, **settings)
    return make


Conv2D, DepthwiseConv2D, BatchNormalization, Dense = map(numbered, (
    keras.layers.Conv2D, keras.layers.DepthwiseConv2D, keras.layers.BatchNormalization, keras.layers.Dense))


def build(description: dict) -> keras.Model:
    """Returns the Keras model of a network, with fresh weights."""
    CREATED.clear()
    image = keras.Input(description["input"])
    values = {"input": image}
    for node in description["nodes"]:
        read = [values[name] for name in node["inputs"]]
        if node["type"] == "Add":
            values[node["name"]] = keras.layers.Add()(read)
        elif node["type"] == "Concat":
            values[node["name"]] = keras.layers.Concatenate()(read)
        else:
            values[node["name"]] = layer(node["name"].replace("/", "."), node["type"], node["settings"])(read[0])
    return keras.Model(image, values[description["nodes"][-1]["name"]])


def trainable(model: keras.Model) -> int:
    return sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
