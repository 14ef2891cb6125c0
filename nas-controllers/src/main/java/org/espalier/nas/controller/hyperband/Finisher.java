package org.espalier.nas.controller.hyperband;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;

/**
 * A trial that came to the end of its rung.
 *
 * @param trial its number
 * @param architecture what was trained
 * @param reward what it achieved
 */
record Finisher(int trial, Architecture architecture, double reward) {

  /** The better one first; of equals the earlier one. */
  static final Comparator<Finisher> BEST_FIRST =
      Comparator.comparingDouble(Finisher::reward).reversed().thenComparing(Finisher::trial);

  void write(DataOutputStream out) throws IOException {
    out.writeInt(trial);
    ArchitectureFormat.write(out, architecture);
    out.writeDouble(reward);
  }

  static Finisher read(DataInputStream in) throws IOException {
    return new Finisher(in.readInt(), ArchitectureFormat.read(in), in.readDouble());
  }
}
