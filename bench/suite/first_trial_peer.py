#!/usr/bin/env python3
"""Trains a first network of the quickstart's kind with Keras: 1,500 points of two moons, 8 epochs, batch 32."""

import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

x, y = make_moons(1500, noise=0.2, random_state=42)
x, validation_x, y, validation_y = train_test_split(x, y, test_size=0.2, random_state=42)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(32, "relu"), keras.layers.Dense(1, "sigmoid")])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=32, epochs=8, verbose=0, validation_data=(validation_x, validation_y))
