"""Compares the lower part of an exported model with the network it came from, in Python.

    venv/bin/python bench/check_backbone.py --backbone DIR [--output NAME] [--preprocess MODE] EXPORT

EXPORT is a folder written by `nas train --export` in a search with `backbone`. The images of its
samples.json go through the original network, scaled by Keras' own functions, and through the
exported graph up to the features. bench/check_saved_model.py compares the predictions.

Ends with code 1 if a feature differs by more than 1e-5 of the largest, or all are 0.
"""

import argparse
import json
import pathlib
import sys

sys.path.pop(0)  # The folder pandas beside this file is no package.

import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402
from keras.applications import imagenet_utils  # noqa: E402

TOLERANCE = 1e-5
MODES = {"caffe": "caffe", "torch": "torch", "signed": "tf"}


def scaled(images: np.ndarray, mode: str) -> np.ndarray:
    if mode == "none":
        return images
    if mode == "unit":
        return images / np.float32(255)
    return imagenet_utils.preprocess_input(images.copy(), mode=MODES[mode])


def original(folder: pathlib.Path, output: str | None, images: np.ndarray) -> np.ndarray:
    model = tf.saved_model.load(str(folder))
    signature = model.signatures["serving_default"]
    name = next(iter(signature.structured_input_signature[1]))
    results = signature(**{name: tf.constant(images)})
    if output and output not in results:  # a layer within the network
        inner = signature.prune(signature.inputs[0], signature.graph.get_tensor_by_name(f"{output}:0"))
        return inner(tf.constant(images)).numpy()
    return results[output or next(iter(results))].numpy()


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks the frozen part of an exported model.")
    parser.add_argument("export", type=pathlib.Path)
    parser.add_argument("--backbone", type=pathlib.Path, required=True)
    parser.add_argument("--output", help="an output of the signature; default: the only one")
    parser.add_argument("--preprocess", default="none", choices=["none", "unit", *MODES])
    parser.add_argument("--pool", action="store_true", help="globalPool was true")
    arguments = parser.parse_args()

    samples = json.loads((arguments.export / "samples.json").read_text(encoding="utf-8"))
    images = np.array(samples["images"], dtype=np.float32)
    images = images.reshape([samples["examples"]] + samples["example"])
    expected = original(
        arguments.backbone, arguments.output, scaled(images, arguments.preprocess)
    )
    if arguments.pool:
        expected = expected.mean(axis=(1, 2))
    exported = tf.saved_model.load(str(arguments.export)).prune("images:0", "backbone_features:0")
    features = exported(tf.constant(images)).numpy()
    if features.shape != expected.shape:
        raise SystemExit(f"{arguments.export}: features {features.shape} instead of {expected.shape}")
    found = float(np.max(np.abs(features - expected)) / np.max(np.abs(expected)))
    print(f"{arguments.export}: features {features.shape[1:]}: largest difference {found:.2e}")
    return 0 if found <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())
