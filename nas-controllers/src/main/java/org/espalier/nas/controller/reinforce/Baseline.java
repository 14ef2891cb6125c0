package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The current baseline. It changes only after each batch, so it is independent of the batch. */
final class Baseline {
  private final BaselineSettings settings;

  /** The last rewards, the oldest first; used by {@code recent-mean} only. */
  private final Deque<Double> recent = new ArrayDeque<>();

  private boolean informed;
  private double value;

  Baseline(BaselineSettings settings) {
    this.settings = settings;
    this.value = settings.type() == BaselineSettings.Type.NONE ? 0 : settings.value();
    if (settings.type() == BaselineSettings.Type.RECENT_MEAN) {
      recent.add(value);
    }
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
      case RECENT_MEAN -> {
        Arrays.stream(rewards).forEach(recent::add);
        while (recent.size() > settings.window()) {
          recent.remove();
        }
        value = recent.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
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
    out.writeInt(recent.size());
    for (double reward : recent) {
      out.writeDouble(reward);
    }
  }

  void read(DataInputStream in) throws IOException {
    informed = in.readBoolean();
    value = in.readDouble();
    recent.clear();
    for (int left = in.readInt(); left > 0; left--) {
      recent.add(in.readDouble());
    }
  }
}
