package org.espalier.nas.controller.cmaes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The points of one generation, in the order of their proposal, and the rewards told so far. */
final class Generation {
  private final List<double[]> points;
  private final double[] rewards;
  private final boolean[] told;
  private int proposed;

  Generation(List<double[]> points) {
    this.points = List.copyOf(points);
    this.rewards = new double[points.size()];
    this.told = new boolean[points.size()];
  }

  /** Returns the next point to propose; empty if all were proposed. */
  OptionalInt propose() {
    return proposed < points.size() ? OptionalInt.of(proposed++) : OptionalInt.empty();
  }

  double[] point(int place) {
    return points.get(place);
  }

  /** Returns the indices of points that were proposed and not told. */
  IntStream outstanding() {
    return IntStream.range(0, proposed).filter(place -> !told[place]);
  }

  void tell(int place, double reward) {
    told[place] = true;
    rewards[place] = reward;
  }

  boolean complete() {
    return IntStream.range(0, told.length).allMatch(place -> told[place]);
  }

  /** Returns the points, the best first; of equal rewards the earlier. */
  List<double[]> ranked() {
    List<double[]> ranked = new ArrayList<>();
    IntStream.range(0, points.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer place) -> rewards[place]).reversed())
        .forEach(place -> ranked.add(points.get(place)));
    return ranked;
  }

  boolean flat() {
    return Arrays.stream(rewards).allMatch(reward -> reward == rewards[0]);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(points.size());
    out.writeInt(proposed);
    for (int place = 0; place < points.size(); place++) {
      for (double coordinate : points.get(place)) {
        out.writeDouble(coordinate);
      }
      out.writeBoolean(told[place]);
      out.writeDouble(rewards[place]);
    }
  }

  static Generation read(DataInputStream in, int dimension) throws IOException {
    int size = in.readInt();
    int proposed = in.readInt();
    if (size < 1 || proposed < 0 || proposed > size) {
      throw new IOException("A generation cannot have %d of %d points.".formatted(proposed, size));
    }
    List<double[]> points = new ArrayList<>();
    List<Boolean> told = new ArrayList<>();
    List<Double> rewards = new ArrayList<>();
    for (int place = 0; place < size; place++) {
      double[] point = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        point[i] = in.readDouble();
      }
      points.add(point);
      told.add(in.readBoolean());
      rewards.add(in.readDouble());
    }
    Generation read = new Generation(points);
    read.proposed = proposed;
    for (int place = 0; place < size; place++) {
      read.told[place] = told.get(place);
      read.rewards[place] = rewards.get(place);
    }
    return read;
  }
}
