package org.espalier.nas.cli;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.experiment.cluster.ClusterHealth;
import org.espalier.nas.experiment.file.SparkExecutorSettings;
import org.espalier.nas.experiment.text.Json;

/** Report on the executors of a cluster. */
final class ClusterReport {

  private static final int DIGITS = 12;

  private final Nas nas;
  private final boolean json;

  ClusterReport(Nas nas, boolean json) {
    this.nas = nas;
    this.json = json;
  }

  /** Checks the executors; returns the exit code. */
  int check(String master) {
    ClusterHealth health;
    try (Cluster cluster =
        nas.clusters().connect(SparkExecutorSettings.of(master).cluster("doctor"))) {
      health = ClusterHealth.of(cluster);
    }
    List<String> faults = health.faults();
    PrintWriter out = nas.out();
    if (json) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("here", health.here());
      tree.put("executors", health.executors());
      tree.put("faults", faults);
      out.println(Json.of(tree));
    } else {
      out.print(table(health));
      faults.forEach(out::println);
      if (faults.isEmpty()) {
        out.println(
            "Every executor gives the bits of this machine (%d of %d)."
                .formatted(health.executors().size(), health.executors().size()));
      }
    }
    out.flush();
    return faults.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static TextTable table(ClusterHealth health) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT, LEFT, LEFT);
    table.row("process", "machine", "java", "tensorflow", "training", "processor");
    row(table, "this one", health.here());
    health.executors().forEach(facts -> row(table, facts.getOrDefault("process", "?"), facts));
    return table;
  }

  private static void row(TextTable table, String process, Map<String, String> facts) {
    String training = facts.getOrDefault("training", "failed");
    table.row(
        process,
        facts.getOrDefault("host", "?"),
        facts.getOrDefault("java.version", "?"),
        facts.getOrDefault("tensorflow", "missing"),
        training.substring(0, Math.min(DIGITS, training.length())),
        facts.getOrDefault("cpu.model", "?"));
  }
}
