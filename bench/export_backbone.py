"""Exports a Keras network as a SavedModel that an experiment names under `backbone`.

    python -m venv venv && venv/bin/pip install tensorflow-cpu
    venv/bin/python bench/export_backbone.py --network ResNet50 --size 264 --weights imagenet resnet50
    venv/bin/python bench/export_backbone.py --network MobileNetV2 --size 96 --weights none mobilenet
    venv/bin/python bench/export_backbone.py --file my-network.keras my-network

The network is one of keras.applications, without its classifier, or a file of a whole Keras model.
--weights is `imagenet` (Keras downloads them), `none` (random, from --seed) or a file of weights.
Prints the outputs and the setting of `preprocess` that the network expects.
"""

import argparse
import pathlib
import sys

sys.path.pop(0)  # The folder pandas beside this file is no package.

import keras  # noqa: E402

PREPROCESS = {
    "caffe": ["ResNet50", "ResNet101", "ResNet152", "VGG16", "VGG19"],
    "torch": ["DenseNet121", "DenseNet169", "DenseNet201"],
    "signed": [
        "MobileNet", "MobileNetV2", "InceptionV3", "InceptionResNetV2", "Xception",
        "ResNet50V2", "ResNet101V2", "ResNet152V2", "NASNetMobile", "NASNetLarge",
    ],
    "none": ["EfficientNetB0", "EfficientNetV2B0", "MobileNetV3Small", "MobileNetV3Large"],
}


def network(arguments: argparse.Namespace) -> keras.Model:
    if arguments.file:
        return keras.saving.load_model(arguments.file, compile=False)
    keras.utils.set_random_seed(arguments.seed)
    weights = None if arguments.weights == "none" else arguments.weights
    return getattr(keras.applications, arguments.network)(
        include_top=False,
        pooling="avg" if arguments.pool else None,
        weights=weights,
        input_shape=(arguments.size, arguments.size, 3),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Exports a Keras network as a SavedModel.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--network", default="ResNet50", help="a class of keras.applications")
    parser.add_argument("--file", type=pathlib.Path, help="a .keras file instead of --network")
    parser.add_argument("--weights", default="none", help="imagenet, none, or a file")
    parser.add_argument("--size", type=int, default=224, help="height and width of the images")
    parser.add_argument("--pool", action="store_true", help="end in the mean over height and width")
    parser.add_argument("--seed", type=int, default=1, help="seed of random weights")
    arguments = parser.parse_args()

    model = network(arguments)
    model.export(str(arguments.folder), verbose=False)
    print(f"{arguments.folder}: {model.name}, {model.count_params():,} parameters")
    print(f"images {model.input_shape[1:]}, features {model.output_shape[1:]}")
    modes = [mode for mode, names in PREPROCESS.items() if arguments.network in names]
    if modes and not arguments.file:
        print(f"preprocess: {modes[0]}")


if __name__ == "__main__":
    main()
