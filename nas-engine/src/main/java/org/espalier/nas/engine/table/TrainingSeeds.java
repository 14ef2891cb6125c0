package org.espalier.nas.engine.table;

import java.util.stream.Collectors;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;

/**
 * The seeds of a table's trainings, which are numbered from 1, those of one architecture after each
 * other.
 *
 * @param count seeds per architecture
 * @param studySeed seed from which they derive
 */
public record TrainingSeeds(int count, long studySeed) {

  /** Checks the count. */
  public TrainingSeeds {
    if (count < 1) {
      throw new IllegalArgumentException("seeds (" + count + ") must be positive.");
    }
  }

  /** Returns the index of the seed of a training. */
  public int index(int training) {
    return (training - 1) % count;
  }

  /** Returns the seed of an architecture for the index of a seed. */
  public long seed(Architecture architecture, int index) {
    return new RandomStreams(studySeed).seed("tabulate." + text(architecture), index);
  }

  private static String text(Architecture architecture) {
    return architecture.choices().stream()
        .map(choice -> choice.decision() + "=" + choice.text())
        .collect(Collectors.joining("\n"));
  }
}
