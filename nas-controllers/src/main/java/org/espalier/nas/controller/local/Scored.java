package org.espalier.nas.controller.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;
import org.jspecify.annotations.Nullable;

/** An architecture and its reward. */
record Scored(Architecture architecture, double reward) {

  boolean beats(@Nullable Scored other) {
    return other == null || reward > other.reward;
  }

  static void write(DataOutputStream out, @Nullable Scored scored) throws IOException {
    out.writeBoolean(scored != null);
    if (scored != null) {
      ArchitectureFormat.write(out, scored.architecture);
      out.writeDouble(scored.reward);
    }
  }

  static @Nullable Scored read(DataInputStream in) throws IOException {
    return in.readBoolean() ? new Scored(ArchitectureFormat.read(in), in.readDouble()) : null;
  }
}
