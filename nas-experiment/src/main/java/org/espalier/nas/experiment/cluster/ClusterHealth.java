package org.espalier.nas.experiment.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.engine.remote.Cluster;

/**
 * The machines of a cluster, compared with this one.
 *
 * @param here facts about this process
 * @param executors facts about each executor, by machine
 */
public record ClusterHealth(Map<String, String> here, List<Map<String, String>> executors) {

  /** Facts of which a difference explains that bits differ. */
  private static final List<String> CAUSES =
      List.of(
          MachineCheck.TENSORFLOW,
          MachineCheck.PROCESSOR,
          "TF_ENABLE_ONEDNN_OPTS",
          "ONEDNN_MAX_CPU_ISA",
          "TF_DETERMINISTIC_OPS",
          "denormals",
          "os.arch");

  /** Copies. */
  public ClusterHealth {
    here = Map.copyOf(here);
    executors = executors.stream().map(Map::copyOf).toList();
  }

  /**
   * Checks this process and each executor of a cluster.
   *
   * @throws org.espalier.nas.api.NasException if an executor does not answer
   */
  public static ClusterHealth of(Cluster cluster) {
    List<Map<String, String>> executors = new ArrayList<>();
    for (byte[] answer : cluster.callEach(MachineCheck.NAME, new byte[0])) {
      executors.add(MachineCheck.read(answer));
    }
    executors.sort(
        Comparator.comparing((Map<String, String> facts) -> facts.getOrDefault("host", ""))
            .thenComparing(facts -> facts.getOrDefault("process", "")));
    return new ClusterHealth(MachineCheck.facts(), executors);
  }

  /** Returns sentences about what is wrong; empty if the cluster can be used. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Map<String, String> executor : executors) {
      String fault = executor.get(MachineCheck.FAULT);
      if (fault != null) {
        faults.add("%s cannot train: %s".formatted(place(executor), fault));
      } else if (!same(executor, MachineCheck.TENSORFLOW)) {
        faults.add(
            "%s has TensorFlow %s, and this machine %s: install the same version."
                .formatted(
                    place(executor),
                    executor.get(MachineCheck.TENSORFLOW),
                    here.get(MachineCheck.TENSORFLOW)));
      } else if (!same(executor, MachineCheck.TRAINING)) {
        faults.add(
            "%s gives other bits than this machine: results would depend on the place of a trial. Different: %s."
                .formatted(place(executor), differences(executor)));
      }
    }
    return faults;
  }

  private boolean same(Map<String, String> executor, String fact) {
    return Objects.equals(executor.get(fact), here.get(fact));
  }

  private String differences(Map<String, String> executor) {
    List<String> differences =
        CAUSES.stream()
            .filter(fact -> !same(executor, fact))
            .map(fact -> "%s (%s, here %s)".formatted(fact, executor.get(fact), here.get(fact)))
            .toList();
    return differences.isEmpty() ? "nothing that was looked at" : String.join(", ", differences);
  }

  private static String place(Map<String, String> executor) {
    return "The executor %s on %s"
        .formatted(executor.get(MachineCheck.PROCESS), executor.get(MachineCheck.HOST));
  }
}
