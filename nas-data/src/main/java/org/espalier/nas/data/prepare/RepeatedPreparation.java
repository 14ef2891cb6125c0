package org.espalier.nas.data.prepare;

import java.util.HashMap;
import java.util.Map;
import org.espalier.nas.api.random.RandomStreams;

/**
 * The preparation of one table for several splits; all that does not depend on the split is done
 * once.
 */
public final class RepeatedPreparation {
  private final RawData raw;
  private final Map<Preparation, TablePreparation> unsplit = new HashMap<>();

  /** Creates the preparation of this table. */
  public RepeatedPreparation(RawData raw) {
    this.raw = raw;
  }

  /**
   * Prepares the table.
   *
   * @param streams source of the split's seed, unless the split has its own
   * @return the same as {@link PreparedDataset#of(RawData, Preparation, RandomStreams)}
   * @throws org.espalier.nas.api.InvalidDataException if the data cannot be used as they are
   */
  public synchronized PreparedDataset prepare(Preparation preparation, RandomStreams streams) {
    return unsplit
        .computeIfAbsent(
            preparation.with(preparation.split().ruleOnly()),
            key -> new TablePreparation(raw, preparation))
        .prepare(preparation.split(), streams);
  }
}
