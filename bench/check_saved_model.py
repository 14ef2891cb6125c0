"""Loads an exported SavedModel with TensorFlow for Python and compares its outputs with those that
the exporter wrote beside it.

    python -m venv venv && venv/bin/pip install tensorflow-cpu
    venv/bin/python bench/check_saved_model.py FOLDER [FOLDER ...]
    venv/bin/python bench/check_saved_model.py --rows FILE.csv [--least-r2 0.9] FOLDER

With --rows, the model of a regression also predicts the rows of a CSV file as they stand there,
prepared by what model.json says, and its errors are measured in the units of the data.

Ends with code 1 if an output differs by more than 1e-5, or R2 is too small.
"""

import argparse
import csv
import json
import pathlib
import sys

import numpy as np
import tensorflow as tf

TOLERANCE = 1e-5


def predict(folder: pathlib.Path, features: np.ndarray) -> np.ndarray:
    model = tf.saved_model.load(str(folder)).signatures["serving_default"]
    return model(**{input_name(folder): tf.constant(features)})["predictions"].numpy()


def input_name(folder: pathlib.Path) -> str:
    """Returns `features`, or `images` if the model begins with a frozen network."""
    return described(folder)["input"]["name"]


def described(folder: pathlib.Path) -> dict:
    return json.loads((folder / "model.json").read_text(encoding="utf-8"))


def difference(folder: pathlib.Path) -> float:
    samples = json.loads((folder / "samples.json").read_text(encoding="utf-8"))
    features = np.array(samples[input_name(folder)], dtype=np.float32)
    features = features.reshape([samples["examples"]] + samples["example"])
    expected = np.array(samples["predictions"], dtype=np.float32)
    expected = expected.reshape([samples["examples"]] + described(folder)["output"]["example"])

    predictions = predict(folder, features)
    if predictions.shape != expected.shape:
        raise SystemExit(f"{folder}: shape {predictions.shape} instead of {expected.shape}")
    return float(np.max(np.abs(predictions - expected) / np.maximum(1, np.abs(expected))))


def value(feature: dict, row: dict) -> float:
    """Returns one feature of a raw row, as docs/data.md describes it."""
    text = row[feature["column"]]
    if text == "":
        if feature["missing"] is None:
            raise SystemExit(f"{feature['column']} is missing, and the model knows no replacement")
        return feature["missing"]
    if feature["category"] is not None:
        return float(text == feature["category"])
    return (float(text) - feature["shift"]) / feature["scale"]


def errors(folder: pathlib.Path, file: pathlib.Path, delimiter: str) -> tuple[float, float]:
    """Returns R2 and the mean absolute error of the predictions of raw rows."""
    description = described(folder)
    if description["task"]["type"] != "regression":
        raise SystemExit(f"{folder} is no model of a regression")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=delimiter))
    features = [[value(feature, row) for feature in description["features"]] for row in rows]
    targets = np.array([float(row[description["task"]["target"]]) for row in rows])
    predictions = predict(folder, np.array(features, dtype=np.float32))[:, 0].astype(np.float64)
    residual = np.sum((targets - predictions) ** 2)
    r2 = 1 - residual / np.sum((targets - np.mean(targets)) ** 2)
    return float(r2), float(np.mean(np.abs(targets - predictions)))


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks exported models.")
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--rows", type=pathlib.Path, help="CSV file of raw rows to predict")
    parser.add_argument("--delimiter", default=",")
    parser.add_argument("--least-r2", type=float, default=0.9)
    arguments = parser.parse_args()
    sound = True
    for folder in arguments.folders:
        found = difference(folder)
        architecture = described(folder)["architecture"]
        print(f"{folder}: {architecture}: largest difference {found:.2e}, TensorFlow {tf.__version__}")
        sound &= found <= TOLERANCE
        if arguments.rows:
            r2, mae = errors(folder, arguments.rows, arguments.delimiter)
            print(f"{folder}: raw rows of {arguments.rows}: R2 {r2:.4f}, mean absolute error {mae:.6g}")
            sound &= r2 >= arguments.least_r2
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main())
