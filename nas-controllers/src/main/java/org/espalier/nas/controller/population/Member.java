package org.espalier.nas.controller.population;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;

/**
 * A member of a population after its last trial.
 *
 * @param index its place in the population
 * @param trial the number of its last trial
 * @param architecture what was trained, and how
 * @param reward what it achieved; negative infinity if it failed
 */
record Member(int index, int trial, Architecture architecture, double reward) {

  /** The better one first; of equals the one of the earlier trial. */
  static final Comparator<Member> BEST_FIRST =
      Comparator.comparingDouble(Member::reward).reversed().thenComparing(Member::trial);

  boolean alive() {
    return reward > Double.NEGATIVE_INFINITY;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(index);
    out.writeInt(trial);
    ArchitectureFormat.write(out, architecture);
    out.writeDouble(reward);
  }

  static Member read(DataInputStream in) throws IOException {
    return new Member(in.readInt(), in.readInt(), ArchitectureFormat.read(in), in.readDouble());
  }
}
