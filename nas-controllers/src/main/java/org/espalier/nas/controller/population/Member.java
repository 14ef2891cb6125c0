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
 * @param index its index in the population
 * @param trial the number of its last trial
 * @param architecture the trained architecture, including its hyper-parameters
 * @param reward the reward of the trial; negative infinity if it failed
 */
record Member(int index, int trial, Architecture architecture, double reward) {

  /** Orders members by reward, the best first; of equal ones the one of the earlier trial first. */
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
