package org.espalier.nas.controller.hyperband;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.controller.domination.ConstrainedRanking;
import org.espalier.nas.controller.domination.TrialQuality;

/**
 * Result of a trial at the end of its rung.
 *
 * @param trial its number
 * @param architecture the trained architecture
 * @param quality the values of the trial, feasible
 */
record RungResult(int trial, Architecture architecture, TrialQuality quality) {

  /**
   * Returns results by reward, or by front and crowding distance if there are several objectives,
   * the best first; of equal ones the earlier first.
   */
  static List<RungResult> bestFirst(List<RungResult> results) {
    List<RungResult> earlier =
        results.stream().sorted(Comparator.comparingInt(RungResult::trial)).toList();
    return ConstrainedRanking.of(earlier.stream().map(RungResult::quality).toList())
        .bestFirst()
        .stream()
        .map(earlier::get)
        .toList();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(trial);
    ArchitectureFormat.write(out, architecture);
    quality.write(out);
  }

  static RungResult read(DataInputStream in) throws IOException {
    return new RungResult(in.readInt(), ArchitectureFormat.read(in), TrialQuality.read(in));
  }
}
