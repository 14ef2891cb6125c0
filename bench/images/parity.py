#!/usr/bin/env python3
"""Compares networks of Espalier with independent Keras models: parameters, and outputs of exported models.

    bench/images/parity.py FOLDER      FOLDER: written by org.espalier.nas.benchmark.image.NetworkDump

Every network of networks.jsonl must have as many trainable parameters as the Keras model built from its description.
Every exported model must give in Python the outputs that Java computed (samples.json), and those of the Keras model
with the exported weights, in which batch normalisation uses the exported statistics. Ends with code 1 if a count
differs, or an output by more than 1e-5. Needs Python 3.10 and TensorFlow.
"""
import json
import os
import pathlib
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import numpy as np
import tensorflow as tf
from tensorflow.core.protobuf import saved_model_pb2

import keras_networks

TOLERANCE = 1e-5


def constants(folder: pathlib.Path) -> list:
    """Returns the weights of an exported model, layer after layer."""
    proto = saved_model_pb2.SavedModel()
    proto.ParseFromString((folder / "saved_model.pb").read_bytes())
    return [tf.make_ndarray(node.attr["value"].tensor) for node in proto.meta_graphs[0].graph_def.node
            if node.op == "Const" and node.name.startswith("ReadVariableOp")]


def assign(layers: list, weights: list) -> None:
    variables = [variable for layer in layers for variable in layer.weights]
    if [tuple(variable.shape) for variable in variables] != [weight.shape for weight in weights]:
        raise SystemExit(f"the exported weights have the shapes {[weight.shape for weight in weights]}")
    for variable, weight in zip(variables, weights):
        variable.assign(weight)


def difference(actual: np.ndarray, expected: np.ndarray) -> float:
    return float(np.max(np.abs(actual - expected) / np.maximum(1, np.abs(expected))))


def main() -> int:
    folder = pathlib.Path(sys.argv[1])
    sound = True
    networks = {}
    for line in (folder / "networks.jsonl").read_text(encoding="utf-8").splitlines():
        description = json.loads(line)
        model = keras_networks.build(description)
        networks[description["name"]] = model, keras_networks.with_weights(model)
        counted = keras_networks.trainable(model)
        sound &= counted == description["parameters"]
        print(f"{description['name']:10} {len(description['nodes']):3} layers: {description['parameters']:8} parameters, "
              f"Keras {counted:8} {'' if counted == description['parameters'] else 'DIFFERENT'}")
    for exported in sorted((folder / "models").iterdir()):
        samples = json.loads((exported / "samples.json").read_text(encoding="utf-8"))
        images = np.array(samples["images"], np.float32).reshape([samples["examples"]] + samples["example"])
        in_java = np.array(samples["predictions"], np.float32).reshape(samples["examples"], -1)
        served = tf.saved_model.load(str(exported)).signatures["serving_default"]
        predictions = served(images=tf.constant(images))["predictions"].numpy()
        channels = json.loads((exported / "model.json").read_text(encoding="utf-8"))["images"]["channels"]
        features = (images - [c["shift"] for c in channels]) / [c["scale"] for c in channels]
        model, layers = networks[exported.name]
        assign(layers, constants(exported))
        of_java, of_keras = difference(predictions, in_java), difference(predictions, model(features, training=False).numpy())
        sound &= of_java <= TOLERANCE and of_keras <= TOLERANCE
        print(f"{exported.name:10} exported: differs from Java by {of_java:.1e}, from Keras by {of_keras:.1e}")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
