#!/usr/bin/env python3
"""Trains perceptrons with Keras or TensorFlow for Python, as headline.py asks.

    headline_peer.py PROGRAM FOLDER SHARING SEED NETWORKS

FOLDER: written by ExperimentDump. NETWORKS: numbers from 0, separated by commas. The last line of the output is JSON: the
seconds and the processor seconds of training, from the first to the last network, and the validation accuracies at the end.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
EPOCHS, BATCH, RATE = 10, 32, 0.01
FIT, FUNCTION = "Keras fit", "TensorFlow, epoch in a tf.function"
PROGRAMS = {FIT: 2, FUNCTION: 2}


def networks_of(folder):
    return [json.loads(line) for line in pathlib.Path(folder, "networks.jsonl").read_text().splitlines()]


def spread(folder, count, sample, number):
    """Returns a sample of small to large networks; the samples of consecutive numbers have no network in common."""
    parameters = [network["parameters"] for network in networks_of(folder)[:count]]
    ordered = sorted(range(len(parameters)), key=lambda i: parameters[i])
    step = len(ordered) // sample
    return ordered[number % step::step][:sample]


def layers_of(network):
    """Returns (units, activation) of dense layers and the rate of dropouts."""
    layers = []
    for node in network["nodes"]:
        settings = node["settings"]
        if node["type"] == "Dense":
            layers.append((settings["units"], settings["activation"].lower()))
        elif node["type"] == "Dropout":
            layers.append(settings["rate"])
        else:
            raise ValueError(f"{node['name']} is a {node['type']}, which headline_peer.py cannot build.")
    return layers


def keys_of(layers):
    """Returns the key of each dense layer's weights: the layer and the one before it; dropouts do not count."""
    dense = ["input"] + [layer for layer in layers if isinstance(layer, tuple)]
    return list(zip(dense, dense[1:]))


def data_of(folder):
    import numpy as np

    shapes = json.loads(pathlib.Path(folder, "data.json").read_text())
    parts = []
    for part in ("training", "validation"):
        features = np.fromfile(pathlib.Path(folder, part + ".features"), "<f4").reshape(shapes[part], *shapes["shape"])
        parts.append((features, np.fromfile(pathlib.Path(folder, part + ".targets"), "<f4").astype(np.int32)))
    return parts


class KerasFit:
    """A Sequential model, compiled and fitted, as the guide does it."""

    def __init__(self, tf, data):
        self.keras, (self.training, self.validation) = tf.keras, data

    def train(self, layers, store):
        keras = self.keras
        keras.backend.clear_session()
        model = keras.Sequential([keras.Input(self.training[0].shape[1:])] + [
            keras.layers.Dense(*layer) if isinstance(layer, tuple) else keras.layers.Dropout(layer) for layer in layers])
        dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
        for layer, key in zip(dense, keys_of(layers)):
            if store is not None and key in store:
                layer.set_weights(store[key])
        model.compile(keras.optimizers.Adam(RATE), "sparse_categorical_crossentropy", metrics=["accuracy"])
        history = model.fit(*self.training, batch_size=BATCH, epochs=EPOCHS, verbose=0, validation_data=self.validation)
        if store is not None:
            store.update((key, layer.get_weights()) for layer, key in zip(dense, keys_of(layers)))
        return history.history["val_accuracy"][-1]


class FunctionOfEpochs:
    """A loop of training steps and the validation of an epoch in one tf.function; Adam is TensorFlow's fused kernel."""

    def __init__(self, tf, data):
        self.tf = tf
        (self.x, self.y), (self.vx, self.vy) = ([tf.constant(values) for values in part] for part in data)

    def logits(self, x, layers, weights, training):
        tf = self.tf
        left = iter(weights)
        for layer in layers:
            if not isinstance(layer, tuple):
                x = tf.nn.dropout(x, layer) if training else x
                continue
            x = tf.nn.bias_add(tf.matmul(x, next(left)), next(left))
            if layer[1] != "softmax":
                x = getattr(tf.nn, layer[1])(x)
        return x

    def train(self, layers, store):
        tf = self.tf
        weights, inputs = [], self.x.shape[1]
        for (units, _), key in zip((each for each in layers if isinstance(each, tuple)), keys_of(layers)):
            limit = (6 / (inputs + units)) ** 0.5
            given = store.get(key) if store is not None else None
            weights += given or [tf.Variable(tf.random.uniform((inputs, units), -limit, limit)), tf.Variable(tf.zeros(units))]
            inputs = units
        epoch = self.epoch(layers, weights)
        for number in range(EPOCHS):
            loss, accuracy, validation_loss, validation_accuracy = epoch(tf.constant(number))
            loss.numpy(), accuracy.numpy(), validation_loss.numpy()
        if store is not None:
            store.update((key, weights[2 * i:2 * i + 2]) for i, key in enumerate(keys_of(layers)))
        return float(validation_accuracy)

    def epoch(self, layers, weights):
        tf, rows = self.tf, self.x.shape[0]
        first, second = ([tf.Variable(tf.zeros_like(weight)) for weight in weights] for _ in range(2))
        steps = -(-rows // BATCH)
        entropy = tf.nn.sparse_softmax_cross_entropy_with_logits

        def hits(logits, labels):
            return tf.reduce_sum(tf.cast(tf.equal(tf.argmax(logits, 1, tf.int32), labels), tf.float32))

        @tf.function
        def run(number):
            order = tf.random.shuffle(tf.range(rows))

            def step(index, total, right):
                chosen = order[index * BATCH:tf.minimum(rows, (index + 1) * BATCH)]
                x, labels = tf.gather(self.x, chosen), tf.gather(self.y, chosen)
                with tf.GradientTape(watch_accessed_variables=False) as tape:
                    tape.watch(weights)
                    logits = self.logits(x, layers, weights, True)
                    losses = entropy(labels, logits)
                    loss = tf.reduce_mean(losses)
                power = tf.cast(number * steps + index + 1, tf.float32)
                for weight, m, v, gradient in zip(weights, first, second, tape.gradient(loss, weights)):
                    tf.raw_ops.ResourceApplyAdam(
                        var=weight.handle, m=m.handle, v=v.handle, beta1_power=0.9 ** power, beta2_power=0.999 ** power,
                        lr=RATE, beta1=0.9, beta2=0.999, epsilon=1e-7, grad=gradient)
                return index + 1, total + tf.reduce_sum(losses), right + hits(logits, labels)

            _, total, right = tf.while_loop(lambda index, *_: index < steps, step, (0, 0.0, 0.0))
            logits = self.logits(self.vx, layers, weights, False)
            return (total / rows, right / rows, tf.reduce_mean(entropy(self.vy, logits)),
                    hits(logits, self.vy) / self.vx.shape[0])

        return run


def train(program, folder, sharing, seed, chosen, threads):
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)
    networks = networks_of(folder)
    trainer = (KerasFit if program == FIT else FunctionOfEpochs)(tf, data_of(folder))
    store = {} if sharing == "bigram" else None
    elapsed, processor = time.perf_counter(), time.process_time()
    accuracies = []
    for index in chosen:
        # A seed of each network's own: else all would be trained with one order of rows, and deviate together.
        tf.keras.utils.set_random_seed(seed * len(networks) + index)
        accuracies.append(trainer.train(layers_of(networks[index]), store))
    return {"elapsed": time.perf_counter() - elapsed, "processor": time.process_time() - processor, "accuracies": accuracies}


def in_processes(program, folder, sharing, seed, chosen, processes):
    """Divides the networks between processes of one thread each."""
    parts = [chosen[first::processes] for first in range(processes)]
    children = [subprocess.Popen([sys.executable, __file__, program, folder, sharing, str(seed), ",".join(map(str, part)), "1"],
                                 stdout=subprocess.PIPE, text=True) for part in parts]
    answers = [json.loads(child.communicate()[0].splitlines()[-1]) for child in children]
    by_network = {network: accuracy for part, answer in zip(parts, answers) for network, accuracy in zip(part, answer["accuracies"])}
    return {"elapsed": max(answer["elapsed"] for answer in answers),
            "processor": sum(answer["processor"] for answer in answers),
            "accuracies": [by_network[network] for network in chosen]}


def main():
    program, folder, sharing, seed, chosen = sys.argv[1:6]
    chosen = list(map(int, chosen.split(",")))
    threads = int(sys.argv[6]) if len(sys.argv) > 6 else 0
    if threads or sharing != "none" or len(chosen) < 2:
        answer = train(program, folder, sharing, int(seed), chosen, threads or 2)
    else:
        answer = in_processes(program, folder, sharing, int(seed), chosen, PROGRAMS[program])
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
