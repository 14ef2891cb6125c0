package org.espalier.nas.engine.table;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.engine.store.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What the results in a table are, apart from the machine on which they came about.
 *
 * @param name the experiment's name
 * @param experiment those settings that results depend on, as YAML with all defaults
 * @param space the search space
 * @param sample whether only a sample of the space was trained
 * @param seeds how often each architecture was trained
 * @param epochs the epochs of a training
 * @param metrics the names of what was measured after each epoch, sorted
 * @param facts the names of what is known of each architecture: {@code flops}, {@code parameters}
 * @param data what was trained on, or null if that was nothing
 */
public record TableDefinition(
    String name,
    String experiment,
    SpaceOutline space,
    boolean sample,
    int seeds,
    int epochs,
    List<String> metrics,
    List<String> facts,
    @Nullable DatasetInfo data) {

  /** Checks and copies. */
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
  }

  /** What was trained on; empty if nothing was. */
  public Optional<DatasetInfo> dataset() {
    return Optional.ofNullable(data);
  }

  /** SHA-256 of the settings, in hexadecimal. */
  public String experimentHash() {
    return Sha256.of(experiment.getBytes(StandardCharsets.UTF_8));
  }

  /** The definition of a part of the table. */
  TableDefinition ofSample() {
    return new TableDefinition(name, experiment, space, true, seeds, epochs, metrics, facts, data);
  }
}
