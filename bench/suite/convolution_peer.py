#!/usr/bin/env python3
"""Trains convolutional networks with Keras when convolution.py asks.

    convolution_peer.py THREADS NETWORKS       NETWORKS: the lines of JSON that TrialProcess prints first

Requests, each answered with seconds and processor seconds:
    step FAMILY STEPS                            steps of one network, which stays; a tf.function of one step
    first FAMILY VALIDATED                       a new network: one step, and the validation of that many images
    fit FAMILY NETWORKS STEPS VALIDATED          new networks, each by compile and fit
"""

import json
import os
import pathlib
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
BATCH, IMAGES = 100, 13_000


class Trainer:
    def __init__(self, tf, networks, descriptions):
        import numpy as np

        self.tf, self.keras, self.networks = tf, tf.keras, networks
        self.descriptions = descriptions
        random = np.random.default_rng(1)
        self.images = random.standard_normal((IMAGES, 28, 28, 1)).astype(np.float32)
        self.labels = random.integers(0, 10, IMAGES).astype(np.float32)
        self.kept = {}

    def batch(self, number):
        start = number * BATCH % (IMAGES - BATCH)
        return self.images[start:start + BATCH], self.labels[start:start + BATCH]

    def step_function(self, model):
        optimizer = self.keras.optimizers.Adam()
        loss = self.keras.losses.SparseCategoricalCrossentropy()
        optimizer.build(model.trainable_variables)

        @self.tf.function(jit_compile=False)
        def step(x, y):
            with self.tf.GradientTape() as tape:
                value = loss(y, model(x, training=True))
            optimizer.apply_gradients(zip(tape.gradient(value, model.trainable_variables), model.trainable_variables))
            return value
        return step

    def step(self, family, steps):
        if family not in self.kept:
            self.kept[family] = self.step_function(self.networks.build(self.descriptions[family][0]))
        for number in range(int(steps)):
            self.kept[family](*self.batch(number))

    def first(self, family, validated):
        model = self.networks.build(self.descriptions[family][0])
        self.step_function(model)(*self.batch(0))
        evaluate = self.tf.function(lambda x: model(x, training=False))
        for number in range(int(validated) // BATCH):
            evaluate(self.batch(number)[0])

    def fit(self, family, count, steps, validated):
        for description in self.descriptions[family][:int(count)]:
            self.keras.backend.clear_session()
            model = self.networks.build(description)
            model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
            training, last = int(steps) * BATCH, -int(validated)
            model.fit(self.images[:training], self.labels[:training], batch_size=BATCH, epochs=1, verbose=0,
                      validation_data=(self.images[last:], self.labels[last:]))


def main():
    import tensorflow as tf

    threads = int(sys.argv[1])
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "images"))
    import keras_networks

    descriptions = {}
    for line in pathlib.Path(sys.argv[2]).read_text().splitlines():
        description = json.loads(line)
        descriptions.setdefault(description["name"], []).append(description)
    trainer = Trainer(tf, keras_networks, descriptions)
    print("ready", flush=True)
    for line in sys.stdin:
        request, *arguments = line.split()
        start, processor = time.perf_counter(), time.process_time()
        getattr(trainer, request)(*arguments)
        print(time.perf_counter() - start, time.process_time() - processor, flush=True)


if __name__ == "__main__":
    main()
