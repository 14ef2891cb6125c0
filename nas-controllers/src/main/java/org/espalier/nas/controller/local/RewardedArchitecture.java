package org.espalier.nas.controller.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;
import org.jspecify.annotations.Nullable;

/** An architecture and its reward. */
record RewardedArchitecture(Architecture architecture, double reward) {

  boolean beats(@Nullable RewardedArchitecture other) {
    return other == null || reward > other.reward;
  }

  static void write(DataOutputStream out, @Nullable RewardedArchitecture scored)
      throws IOException {
    out.writeBoolean(scored != null);
    if (scored != null) {
      ArchitectureFormat.write(out, scored.architecture);
      out.writeDouble(scored.reward);
    }
  }

  static @Nullable RewardedArchitecture read(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new RewardedArchitecture(ArchitectureFormat.read(in), in.readDouble())
        : null;
  }
}
