package org.espalier.nas.controller.sampling;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.Archive;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;

/** Draws of architectures without repeats, until a finite space is exhausted. */
public final class DistinctDraws {
  private static final int MOST_REDRAWS = 100;

  private final Archive archive;

  /** Creates an empty set of draws. */
  public DistinctDraws(SearchSpace space) {
    archive = Archive.of(space);
  }

  /**
   * Counts an architecture as drawn.
   *
   * @return false if it was drawn before
   */
  public boolean add(Architecture architecture) {
    return archive.add(architecture);
  }

  /**
   * Redraws while architectures repeat, then takes one from the rest of the space.
   *
   * @param source the source of architectures, which may repeat
   * @param random the source of randomness for the rest of the space
   * @return an architecture that was not drawn before; empty if there is none
   */
  public Optional<Architecture> draw(Supplier<Architecture> source, RandomGenerator random) {
    for (int redraws = 0; redraws <= MOST_REDRAWS; redraws++) {
      Architecture architecture = source.get();
      if (archive.add(architecture)) {
        return Optional.of(architecture);
      }
    }
    Optional<Architecture> left = archive.drawRest(random);
    left.ifPresent(archive::add);
    return left;
  }

  /** Writes the drawn architectures, as part of a snapshot. */
  public void write(DataOutputStream out) throws IOException {
    archive.write(out);
  }

  /** Restores the written state. */
  public void read(DataInputStream in) throws IOException {
    archive.read(in);
  }
}
