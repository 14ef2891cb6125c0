package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** The current baseline. It changes only after each batch, so it is independent of the batch. */
final class Baseline {
  private final BaselineSettings settings;
  private boolean informed;
  private double value;

  Baseline(BaselineSettings settings) {
    this.settings = settings;
    this.value = settings.type() == BaselineSettings.Type.NONE ? 0 : settings.value();
  }

  double value() {
    return value;
  }

  void update(double[] rewards) {
    switch (settings.type()) {
      case CONSTANT, NONE -> {}
      case MOVING_AVERAGE -> {
        double mean = Arrays.stream(rewards).average().orElse(value);
        value = settings.decay() * value + (1 - settings.decay()) * mean;
      }
      case BEST -> {
        double best = Arrays.stream(rewards).max().orElse(value);
        value = informed ? Math.max(value, best) : best;
      }
    }
    informed = true;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeBoolean(informed);
    out.writeDouble(value);
  }

  void read(DataInputStream in) throws IOException {
    informed = in.readBoolean();
    value = in.readDouble();
  }
}
