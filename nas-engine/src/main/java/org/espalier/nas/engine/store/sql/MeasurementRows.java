package org.espalier.nas.engine.store.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.espalier.nas.api.trial.Measurement;

/**
 * Collector of measurements from rows in the order of their trials, steps and metrics. The names of
 * metrics are kept once for all steps that have the same ones.
 */
final class MeasurementRows {

  /** The metrics of a step. */
  private static final class Layout {

    /** The ids, in ascending order. */
    private final int[] ids;

    /** The names, in ascending order. */
    private final List<String> names;

    /** For each name, the position of its id. */
    private final int[] positions;

    Layout(int[] ids, List<String> names, int[] positions) {
      this.ids = ids;
      this.names = names;
      this.positions = positions;
    }
  }

  private final Map<Integer, String> names;
  private final Map<Integer, List<Measurement>> byTrial = new HashMap<>();
  private final List<Layout> layouts = new ArrayList<>();
  private List<Measurement> measurements = List.of();
  private int trial = -1;
  private int step;
  private int[] ids = new int[8];
  private double[] values = new double[8];
  private int size;

  /**
   * Creates a collector.
   *
   * @param names the names of metrics by id; the empty name stands for no metric
   */
  MeasurementRows(Map<Integer, String> names) {
    this.names = names;
  }

  void add(int trial, int step, int metric, double value) {
    if (trial != this.trial || step != this.step) {
      endStep();
      if (trial != this.trial) {
        measurements = new ArrayList<>();
        byTrial.put(trial, measurements);
      }
      this.trial = trial;
      this.step = step;
    }
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    ids[size] = metric;
    values[size++] = value;
  }

  private void endStep() {
    if (size > 0) {
      Layout layout = layout();
      double[] sorted = new double[layout.names.size()];
      for (int i = 0; i < sorted.length; i++) {
        sorted[i] = values[layout.positions[i]];
      }
      measurements.add(Measurement.of(step, layout.names, sorted));
      size = 0;
    }
  }

  private Layout layout() {
    for (Layout known : layouts) {
      if (Arrays.equals(known.ids, 0, known.ids.length, ids, 0, size)) {
        return known;
      }
    }
    int[] stepIds = Arrays.copyOf(ids, size);
    int[] positions =
        IntStream.range(0, size)
            .boxed()
            .filter(position -> !name(stepIds[position]).isEmpty())
            .sorted(Comparator.comparing((Integer position) -> name(stepIds[position])))
            .mapToInt(Integer::intValue)
            .toArray();
    List<String> sorted =
        Arrays.stream(positions).mapToObj(position -> name(stepIds[position])).toList();
    Layout layout = new Layout(stepIds, sorted, positions);
    layouts.add(layout);
    return layout;
  }

  private String name(int id) {
    return Objects.requireNonNull(names.get(id), "metric");
  }

  /** Returns the measurements of each trial, once all rows were added. */
  Map<Integer, List<Measurement>> byTrial() {
    endStep();
    return byTrial;
  }
}
