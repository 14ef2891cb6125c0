package org.espalier.nas.engine.table;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Phase;

/**
 * Results of each architecture of a finite space with several seeds, after some or all epochs.
 *
 * <p>Architectures are numbered from 0 in the order of the table, seeds from 0, the measured
 * epochs, called points, from 1. Immutable and safe for use by several threads.
 */
public final class BenchmarkTable {
  private static final double NANOS = 1e9;

  private final TableDefinition definition;
  private final List<Architecture> architectures;
  private final Map<List<String>, Integer> rows = new HashMap<>();
  private final Results results;
  private final SortedMap<String, String> provenance;
  private final TableTruth truth;

  /**
   * Creates a table.
   *
   * @param provenance the machine and the versions that produced the results
   */
  BenchmarkTable(
      TableDefinition definition,
      List<Architecture> architectures,
      Results results,
      Map<String, String> provenance) {
    this.definition = definition;
    this.architectures = List.copyOf(architectures);
    this.results = results;
    this.provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
    for (int row = 0; row < architectures.size(); row++) {
      rows.put(key(architectures.get(row)), row);
    }
    this.truth = TableTruth.of(this);
  }

  /**
   * Choices are identified by their texts, because options have other numbers in a subset of the
   * space.
   */
  private static List<String> key(Architecture architecture) {
    return architecture.choices().stream()
        .map(choice -> choice.decision() + '\t' + choice.text())
        .toList();
  }

  /** Returns the definition of the table. */
  public TableDefinition definition() {
    return definition;
  }

  /** Returns the machine and the versions that produced the results, by name. */
  public SortedMap<String, String> provenance() {
    return provenance;
  }

  /** Returns the architectures, each once. */
  public List<Architecture> architectures() {
    return architectures;
  }

  /** Returns the values of the architectures and the space without noise. */
  TableTruth truth() {
    return truth;
  }

  /**
   * Returns the number of an architecture or else, for tables of canonical forms alone, that of its
   * canonical form; empty if the table lacks both.
   */
  OptionalInt find(Architecture architecture, SearchSpace space) {
    OptionalInt row = find(architecture);
    return row.isPresent() ? row : find(space.canonical(architecture));
  }

  /** Returns the number of exactly this architecture; empty if the table lacks it. */
  public OptionalInt find(Architecture architecture) {
    Integer row = rows.get(key(architecture));
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /** Returns the number of points up to the last that a training measured. */
  int points(int architecture, int seed) {
    return results.lengths[run(architecture, seed)];
  }

  /** Returns the last epoch that a training measured; 0 if it measured none. */
  public int epochs(int architecture, int seed) {
    int points = points(architecture, seed);
    return points == 0 ? 0 : definition.measured().get(points - 1);
  }

  /**
   * Returns the value of a metric.
   *
   * @param point from 1 to the number of {@link TableDefinition#measured} epochs
   * @param metric its position in the definition
   * @return NaN if it was not measured
   */
  public float value(int architecture, int seed, int point, int metric) {
    return results.values[metric][results.at(run(architecture, seed), point - 1)];
  }

  /** Returns the measurements in the order of the epochs. */
  public List<Measurement> measurements(int architecture, int seed) {
    List<Measurement> measurements = new ArrayList<>();
    for (int point = 1; point <= points(architecture, seed); point++) {
      Map<String, Double> metrics = new TreeMap<>();
      for (int metric = 0; metric < results.values.length; metric++) {
        float value = value(architecture, seed, point, metric);
        if (!Float.isNaN(value)) {
          metrics.put(definition.metrics().get(metric), (double) value);
        }
      }
      if (!metrics.isEmpty()) {
        measurements.add(new Measurement(definition.measured().get(point - 1), metrics));
      }
    }
    return measurements;
  }

  /** Returns the failure of a training; empty if it succeeded. */
  public Optional<TableFailure> failure(int architecture, int seed) {
    return Optional.ofNullable(results.failures.get(run(architecture, seed)));
  }

  /** Returns the facts of an architecture by name: {@code flops}, {@code parameters}. */
  public Map<String, Double> facts(int architecture) {
    Map<String, Double> facts = new TreeMap<>();
    for (String name : definition.facts()) {
      double value = results.facts[architecture * definition.facts().size() + facts.size()];
      facts.put(name, value);
    }
    facts.values().removeIf(value -> value.isNaN());
    return facts;
  }

  /** Returns the time of a training in a phase, over all its epochs. */
  public Duration time(int architecture, int seed, Phase phase) {
    int at = Arrays.asList(Results.PHASES).indexOf(phase);
    float seconds =
        at < 0 ? 0 : results.seconds[run(architecture, seed) * Results.PHASES.length + at];
    return Duration.ofNanos(Math.round(seconds * NANOS));
  }

  /**
   * Returns the table of some architectures, as a sample of the space.
   *
   * @throws IllegalArgumentException if the table lacks one
   */
  public BenchmarkTable of(Collection<Architecture> some) {
    int seeds = definition.seeds();
    int facts = definition.facts().size();
    Results copy = Results.empty(some.size(), seeds, results.points, results.values.length, facts);
    int row = 0;
    for (Architecture architecture : some) {
      int from =
          find(architecture)
              .orElseThrow(() -> new IllegalArgumentException("No " + architecture + " here."));
      for (int seed = 0; seed < seeds; seed++) {
        copy.copyRun(results, run(from, seed), row * seeds + seed);
      }
      System.arraycopy(results.facts, from * facts, copy.facts, row * facts, facts);
      row++;
    }
    return new BenchmarkTable(definition.ofSample(), List.copyOf(some), copy, provenance);
  }

  Results results() {
    return results;
  }

  private int run(int architecture, int seed) {
    return architecture * definition.seeds() + seed;
  }
}
