#!/usr/bin/env python3
"""Measures training steps and whole trials of convolutional networks beside Keras, alternately on the same processors.

    bench/images/speed.py CLASSPATH [ROUNDS]

CLASSPATH: that of the module benchmarks (see benchmarks/README.md). Three processes stay alive: Espalier
(TrialProcess), Keras with one thread, Keras with two; they take turns, so that other load hits all alike.

step    the network conv 5x32, pool 2, conv 5x64, pool 2, dense on 28x28 images, batch 100, Adam, one thread;
        Keras runs a tf.function of one step. Time of a step: a run of many steps minus a run of few.
trials  six networks sampled from chain-cnn, each built, trained for 60 steps and validated on 1,000 images;
        Espalier with two workers of one thread, Keras fit with two threads.

Ratios are of processor seconds, and of seconds, which count on an idle machine only; at most 1.05 and 0.5 are wanted.
Needs Python 3.10 and TensorFlow.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

BATCH, FEW, MANY, STEPS, VALIDATED = 100, 20, 120, 60, 1000


class Program:
    """A process that answers a line with a line: seconds and processor seconds."""

    def __init__(self, command, **environment):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        stderr=subprocess.DEVNULL, env={**os.environ, **environment})
        self.first = []
        for line in self.process.stdout:
            if line.strip() == "ready":
                return
            if line.startswith("{"):
                self.first.append(line)
        raise SystemExit(f"{command} ended before it was ready")

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().split()
        if len(answer) != 2:
            raise SystemExit(f"no answer to {request}")
        return tuple(map(float, answer))


def keras_program(threads, descriptions):
    """Answers the requests of the parent with Keras."""
    import numpy as np
    import tensorflow as tf
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)
    import keras_networks
    keras = tf.keras
    random = np.random.default_rng(1)
    images = random.standard_normal((MANY * BATCH + VALIDATED, 28, 28, 1)).astype(np.float32)
    labels = random.integers(0, 10, len(images)).astype(np.float32)

    def step_function():
        model = keras_networks.build(descriptions[0])
        optimizer = keras.optimizers.Adam()
        loss = keras.losses.SparseCategoricalCrossentropy()
        optimizer.build(model.trainable_variables)

        @tf.function(jit_compile=False)
        def step(x, y):
            with tf.GradientTape() as tape:
                value = loss(y, model(x, training=True))
            optimizer.apply_gradients(zip(tape.gradient(value, model.trainable_variables), model.trainable_variables))
            return value
        return step

    step = step_function() if threads == 1 else None

    def steps(count):
        for b in range(count):
            step(images[b * BATCH:(b + 1) * BATCH], labels[b * BATCH:(b + 1) * BATCH])

    def trials(count):
        for description in descriptions[1:]:
            keras.backend.clear_session()
            model = keras_networks.build(description)
            model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
            model.fit(images[:count * BATCH], labels[:count * BATCH], batch_size=BATCH, epochs=1, verbose=0,
                      validation_data=(images[-VALIDATED:], labels[-VALIDATED:]))

    print("ready", flush=True)
    for line in sys.stdin:
        words = line.split()
        start, processor = time.perf_counter(), time.process_time()
        steps(int(words[0])) if len(words) == 1 else trials(int(words[1]))
        print(time.perf_counter() - start, time.process_time() - processor, flush=True)


def step(program):
    few, many = program.ask(str(FEW)), program.ask(str(MANY))
    return tuple((m - f) / (MANY - FEW) * 1000 for f, m in zip(few, many))


def report(name, unit, ours, keras, wanted):
    cells = []
    for index, kind in ((1, "processor"), (0, "elapsed")):
        a, b = (statistics.median(values[index] for values in each) for each in (ours, keras))
        ratio = statistics.median(o[index] / k[index] for o, k in zip(ours, keras))
        cells.append(f"{kind} {a:8.2f} {b:8.2f} {unit}, ratio {ratio:5.3f}")
    print(f"{name:6} Espalier, Keras: " + "; ".join(cells) + f" (wanted {wanted})", flush=True)


def main():
    if sys.argv[1] == "--keras":
        keras_program(int(sys.argv[2]), [json.loads(line) for line in pathlib.Path(sys.argv[3]).read_text().splitlines()])
        return
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    ours = Program(["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", sys.argv[1],
                    "org.espalier.nas.benchmark.image.TrialProcess"], TF_ENABLE_ONEDNN_OPTS="1")
    import tempfile
    with tempfile.TemporaryDirectory() as folder:
        networks = pathlib.Path(folder, "networks.jsonl")
        networks.write_text("".join(ours.first))
        one, two = (Program([sys.executable, __file__, "--keras", threads, str(networks)], TF_ENABLE_ONEDNN_OPTS="1",
                            TF_CPP_MIN_LOG_LEVEL="2") for threads in ("1", "2"))
    for program in (ours, one):
        program.ask(str(FEW))
    steps, trials = ([], []), ([], [])
    for _ in range(rounds):
        for times, program in zip(steps, (ours, one)):
            times.append(step(program))
            print(f"step {times[-1]} ms", file=sys.stderr, flush=True)
        trials[0].append(ours.ask(f"2 {STEPS}"))
        trials[1].append(two.ask(f"2 {STEPS}"))
        print(f"round {len(trials[0])}: steps {steps[0][-1]} {steps[1][-1]} ms, trials {trials[0][-1]} {trials[1][-1]} s",
              file=sys.stderr, flush=True)
    report("step", "ms", *steps, 1.05)
    report("trials", "s", *trials, 0.5)


if __name__ == "__main__":
    main()
