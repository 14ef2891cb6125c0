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
  /** The phases of which times are kept; measuring the test part is in none of them. */
  static final Phase[] PHASES = {Phase.BUILD, Phase.TRAIN, Phase.VALIDATE};

  final int runs;
  final int epochs;
  final int metrics;

  /** By run, epoch (from 0) and metric; NaN where nothing was measured. */
  final float[] values;

  /** How many epochs each run measured. */
  final int[] lengths;

  final SortedMap<Integer, TableFailure> failures = new TreeMap<>();

  /** By architecture and fact; NaN where it is not known. */
  final double[] facts;

  /** Seconds by run and phase. */
  final float[] seconds;

  Results(int architectures, int seeds, int epochs, int metrics, int facts) {
    this.runs = Math.multiplyExact(architectures, seeds);
    this.epochs = epochs;
    this.metrics = metrics;
    this.values = new float[Math.multiplyExact(Math.multiplyExact(runs, epochs), metrics)];
    this.lengths = new int[runs];
    this.facts = new double[Math.multiplyExact(architectures, facts)];
    this.seconds = new float[Math.multiplyExact(runs, PHASES.length)];
    Arrays.fill(values, Float.NaN);
    Arrays.fill(this.facts, Double.NaN);
  }

  /** Where the values of a run's epoch begin. */
  int at(int run, int epoch) {
    return (run * epochs + epoch) * metrics;
  }

  /** Takes over what another one has of a run and, with its first seed, of its architecture. */
  void copyRun(Results other, int from, int to) {
    System.arraycopy(other.values, other.at(from, 0), values, at(to, 0), epochs * metrics);
    lengths[to] = other.lengths[from];
    System.arraycopy(
        other.seconds, from * PHASES.length, seconds, to * PHASES.length, PHASES.length);
    TableFailure failure = other.failures.get(from);
    if (failure != null) {
      failures.put(to, failure);
    }
  }
}
