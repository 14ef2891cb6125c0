package org.espalier.nas.engine.table;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.storage.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Definition of the results in a table, without the machine that produced them.
 *
 * @param name the experiment's name
 * @param experiment the settings that determine the results, as YAML with all defaults
 * @param space the search space
 * @param sample true if only a sample of the space was trained
 * @param seeds seeds per architecture
 * @param epochs the epochs of a training
 * @param measured the epochs after which metrics were measured, ascending; the last is {@code
 *     epochs}; an empty list stands for every epoch
 * @param metrics the names of the metrics, sorted
 * @param facts the names of the facts of each architecture, such as {@code parameters}
 * @param data the data set, or null if there is none
 */
public record TableDefinition(
    String name,
    String experiment,
    SpaceOutline space,
    boolean sample,
    int seeds,
    int epochs,
    List<Integer> measured,
    List<String> metrics,
    List<String> facts,
    @Nullable DatasetInfo data) {

  /** Checks and copies the components. */
  public TableDefinition {
    Objects.requireNonNull(name);
    Objects.requireNonNull(experiment);
    Objects.requireNonNull(space);
    metrics = List.copyOf(metrics);
    facts = List.copyOf(facts);
    if (seeds < 1 || epochs < 1) {
      throw new IllegalArgumentException(
          "seeds (%d) and epochs (%d) must be positive.".formatted(seeds, epochs));
    }
    measured = measured.isEmpty() ? everyEpoch(epochs) : List.copyOf(measured);
    for (int i = 0; i < measured.size(); i++) {
      if (measured.get(i) <= (i == 0 ? 0 : measured.get(i - 1))) {
        throw new IllegalArgumentException(
            "measured %s must be ascending, from 1.".formatted(measured));
      }
    }
    if (measured.get(measured.size() - 1) != epochs) {
      throw new IllegalArgumentException(
          "measured %s must end with epochs (%d).".formatted(measured, epochs));
    }
  }

  private static List<Integer> everyEpoch(int epochs) {
    return IntStream.rangeClosed(1, epochs).boxed().toList();
  }

  /** Returns true if metrics were measured after every epoch. */
  boolean measuresEveryEpoch() {
    return measured.size() == epochs;
  }

  /** Returns the data set; empty if there is none. */
  public Optional<DatasetInfo> dataset() {
    return Optional.ofNullable(data);
  }

  /** Returns the SHA-256 of the settings in hexadecimal. */
  public String experimentHash() {
    return Sha256.of(experiment);
  }

  /** Returns the definition of a part of the table. */
  TableDefinition ofSample() {
    return new TableDefinition(
        name, experiment, space, true, seeds, epochs, measured, metrics, facts, data);
  }
}
