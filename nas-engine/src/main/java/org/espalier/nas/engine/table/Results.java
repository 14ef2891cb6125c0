package org.espalier.nas.engine.table;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.trial.Phase;

/**
 * The numbers of a table as plain arrays; filled once and then only read.
 *
 * <p>Run r is that of architecture r / seeds with seed r mod seeds.
 */
final class Results {
  /** The phases whose times are stored, without the measurement of the test part. */
  static final Phase[] PHASES = {Phase.BUILD, Phase.TRAIN, Phase.VALIDATE};

  /** The number of points, that is of measured epochs, of a run. */
  final int points;

  /** By metric, then by run and point (from 0); NaN if not measured. */
  final float[][] values;

  /** The number of points up to the last that each run measured. */
  final int[] lengths;

  final SortedMap<Integer, TableFailure> failures = new TreeMap<>();

  /** By architecture and fact; NaN if unknown. */
  final double[] facts;

  /** Seconds by run and phase. */
  final float[] seconds;

  /** Wraps arrays without failures. */
  Results(int points, float[][] values, int[] lengths, double[] facts, float[] seconds) {
    this.points = points;
    this.values = values;
    this.lengths = lengths;
    this.facts = facts;
    this.seconds = seconds;
  }

  /** Returns empty results. */
  static Results empty(int architectures, int seeds, int points, int metrics, int facts) {
    int runs = Math.multiplyExact(architectures, seeds);
    float[][] values = new float[metrics][Math.multiplyExact(runs, points)];
    for (float[] ofMetric : values) {
      Arrays.fill(ofMetric, Float.NaN);
    }
    double[] ofArchitectures = new double[Math.multiplyExact(architectures, facts)];
    Arrays.fill(ofArchitectures, Double.NaN);
    return new Results(
        points,
        values,
        new int[runs],
        ofArchitectures,
        new float[Math.multiplyExact(runs, PHASES.length)]);
  }

  /** Returns the position of a run's point (from 0) among the values of a metric. */
  int at(int run, int point) {
    return run * points + point;
  }

  /** Copies a run of other results of the same shape. */
  void copyRun(Results other, int from, int to) {
    for (int metric = 0; metric < values.length; metric++) {
      System.arraycopy(other.values[metric], other.at(from, 0), values[metric], at(to, 0), points);
    }
    lengths[to] = other.lengths[from];
    System.arraycopy(
        other.seconds, from * PHASES.length, seconds, to * PHASES.length, PHASES.length);
    TableFailure failure = other.failures.get(from);
    if (failure != null) {
      failures.put(to, failure);
    }
  }
}
