package org.espalier.nas.engine.table;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Phase;
import org.jspecify.annotations.Nullable;

/** A table of results that were measured elsewhere; it is filled column by column. */
public final class ImportedTable {
  private static final BigInteger MOST_LISTED = BigInteger.valueOf(1_000_000);

  private final SearchSpace space;
  private final SpaceOutline outline;
  private final List<Architecture> rows;

  /** By metric and epochs; one array for each seed with a value for each row, NaN if missing. */
  private final SortedMap<String, SortedMap<Integer, List<double[]>>> metrics = new TreeMap<>();

  private final SortedMap<String, double[]> facts = new TreeMap<>();
  private double @Nullable [] seconds;

  /**
   * Creates a table without results.
   *
   * @param rows the architectures, distinct
   * @throws NasException if the space is not finite
   */
  public ImportedTable(SearchSpace space, List<Architecture> rows) {
    this.space = space;
    this.rows = List.copyOf(rows);
    this.outline =
        SpaceOutline.of(space)
            .orElseThrow(
                () ->
                    new NasException(
                        "The search space decides real numbers; a table needs a finite one. Give the values as options instead."));
  }

  /**
   * Adds a metric after some epochs.
   *
   * @param seeds an array for each seed with a value for each row, NaN if it is missing
   * @throws IllegalArgumentException if it was added before
   */
  public void metric(String name, int epochs, List<double[]> seeds) {
    SortedMap<Integer, List<double[]>> byEpochs =
        metrics.computeIfAbsent(name, unused -> new TreeMap<>());
    if (byEpochs.put(epochs, List.copyOf(seeds)) != null) {
      throw new IllegalArgumentException(
          "%s after %d epochs is there twice.".formatted(name, epochs));
    }
  }

  /**
   * Adds a fact.
   *
   * @param values a value for each row, NaN if it is unknown
   */
  public void fact(String name, double[] values) {
    facts.put(name, values.clone());
  }

  /**
   * Adds the training times.
   *
   * @param values seconds of a training over all epochs for each row
   */
  public void seconds(double[] values) {
    seconds = values.clone();
  }

  /**
   * Returns an architecture that has neither a row nor one of its canonical form.
   *
   * @return empty if there is none, or the space is too large to be listed
   */
  public Optional<Architecture> missing() {
    if (outline.count().compareTo(MOST_LISTED) > 0) {
      return Optional.empty();
    }
    Set<Architecture> there = new HashSet<>(rows);
    return space
        .enumerate()
        .filter(made -> !there.contains(made) && !there.contains(space.canonical(made)))
        .findFirst();
  }

  /** Returns the number of architectures of the space. */
  public BigInteger count() {
    return outline.count();
  }

  /**
   * Returns the table.
   *
   * @param recipe the origin of the results, as YAML
   * @param partial true if architectures are missing
   * @param provenance the source of the results
   * @throws IllegalArgumentException if there is no metric
   */
  public BenchmarkTable build(
      String name,
      String recipe,
      boolean partial,
      @Nullable DatasetInfo data,
      Map<String, String> provenance) {
    Set<Integer> epochs = new TreeSet<>();
    int seeds = 0;
    for (SortedMap<Integer, List<double[]>> byEpochs : metrics.values()) {
      epochs.addAll(byEpochs.keySet());
      seeds = Math.max(seeds, byEpochs.values().stream().mapToInt(List::size).max().orElse(0));
    }
    List<Integer> measured = new ArrayList<>(epochs);
    if (measured.isEmpty()) {
      throw new IllegalArgumentException("A table needs a metric.");
    }
    TableDefinition definition =
        new TableDefinition(
            name,
            recipe,
            outline,
            partial,
            seeds,
            measured.get(measured.size() - 1),
            measured,
            new ArrayList<>(metrics.keySet()),
            new ArrayList<>(facts.keySet()),
            data);
    return new BenchmarkTable(definition, rows, results(definition), provenance);
  }

  private Results results(TableDefinition definition) {
    int seeds = definition.seeds();
    int points = definition.measured().size();
    Results results = Results.empty(rows.size(), seeds, points, metrics.size(), facts.size());
    for (int metric = 0; metric < metrics.size(); metric++) {
      for (int point = 0; point < points; point++) {
        List<double[]> bySeed =
            requireNonNull(metrics.get(definition.metrics().get(metric)))
                .getOrDefault(definition.measured().get(point), List.of());
        for (int seed = 0; seed < bySeed.size(); seed++) {
          fill(results, seeds, metric, point, seed, bySeed.get(seed));
        }
      }
    }
    for (int fact = 0; fact < facts.size(); fact++) {
      double[] values = requireNonNull(facts.get(definition.facts().get(fact)));
      for (int row = 0; row < rows.size(); row++) {
        results.facts[row * facts.size() + fact] = values[row];
      }
    }
    fillSeconds(results, seeds);
    return results;
  }

  private static void fill(
      Results results, int seeds, int metric, int point, int seed, double[] values) {
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row])) {
        int run = row * seeds + seed;
        results.values[metric][results.at(run, point)] = (float) values[row];
        results.lengths[run] = Math.max(results.lengths[run], point + 1);
      }
    }
  }

  private void fillSeconds(Results results, int seeds) {
    double[] known = seconds;
    if (known != null) {
      int train = List.of(Results.PHASES).indexOf(Phase.TRAIN);
      IntStream.range(0, rows.size() * seeds)
          .forEach(
              run ->
                  results.seconds[run * Results.PHASES.length + train] =
                      (float) known[run / seeds]);
    }
  }
}
