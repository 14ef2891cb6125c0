"""Loads an exported SavedModel with TensorFlow for Python and compares its outputs with those that
the exporter wrote beside it.

    python -m venv venv && venv/bin/pip install tensorflow-cpu
    venv/bin/python bench/check_saved_model.py FOLDER [FOLDER ...]

Ends with code 1 if an output differs by more than 1e-5.
"""

import json
import pathlib
import sys

import numpy as np
import tensorflow as tf

TOLERANCE = 1e-5


def difference(folder: pathlib.Path) -> float:
    samples = json.loads((folder / "samples.json").read_text(encoding="utf-8"))
    description = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    features = np.array(samples["features"], dtype=np.float32)
    features = features.reshape([samples["examples"]] + samples["example"])
    expected = np.array(samples["predictions"], dtype=np.float32)
    expected = expected.reshape([samples["examples"]] + description["output"]["example"])

    model = tf.saved_model.load(str(folder)).signatures["serving_default"]
    predictions = model(features=tf.constant(features))["predictions"].numpy()
    if predictions.shape != expected.shape:
        raise SystemExit(f"{folder}: shape {predictions.shape} instead of {expected.shape}")
    return float(np.max(np.abs(predictions - expected) / np.maximum(1, np.abs(expected))))


def main() -> int:
    worst = 0.0
    for argument in sys.argv[1:]:
        folder = pathlib.Path(argument)
        found = difference(folder)
        architecture = json.loads((folder / "model.json").read_text())["architecture"]
        print(f"{folder}: {architecture}: largest difference {found:.2e}, TensorFlow {tf.__version__}")
        worst = max(worst, found)
    return 0 if worst <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
