package org.espalier.nas.controller.hyperband;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;

/**
 * Result of a trial at the end of its rung.
 *
 * @param trial its number
 * @param architecture the trained architecture
 * @param reward the reward of the trial
 */
record RungResult(int trial, Architecture architecture, double reward) {

  /** Orders results by reward, the best first; of equal ones the earlier first. */
  static final Comparator<RungResult> BEST_FIRST =
      Comparator.comparingDouble(RungResult::reward).reversed().thenComparing(RungResult::trial);

  void write(DataOutputStream out) throws IOException {
    out.writeInt(trial);
    ArchitectureFormat.write(out, architecture);
    out.writeDouble(reward);
  }

  static RungResult read(DataInputStream in) throws IOException {
    return new RungResult(in.readInt(), ArchitectureFormat.read(in), in.readDouble());
  }
}
