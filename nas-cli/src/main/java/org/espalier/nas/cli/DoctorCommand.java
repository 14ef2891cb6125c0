package org.espalier.nas.cli;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.espalier.nas.api.NasException;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.data.cache.DataFolders;
import org.espalier.nas.experiment.text.Json;
import org.espalier.nas.tf.device.DenormalMode;
import org.espalier.nas.tf.device.Devices;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas doctor}. */
@Command(
    name = "doctor",
    description = "Checks this machine, or a cluster, and lists what is missing.",
    footer = {
      "%nExamples:",
      "  nas doctor",
      "  nas doctor --json",
      "  nas doctor --spark spark://host:7077"
    })
final class DoctorCommand implements Callable<Integer> {
  private static final long MIB = 1 << 20;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--spark",
      paramLabel = "MASTER",
      description = "Check each executor of this Spark cluster instead, by a small training.")
  private @Nullable String master;

  @Override
  public Integer call() {
    if (master != null) {
      return new ClusterReport(nas, json).check(master);
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("espalier", nas.version());
    facts.put(
        "java",
        System.getProperty("java.version") + " (" + System.getProperty("java.vm.vendor") + ")");
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("java heap", Runtime.getRuntime().maxMemory() / MIB + " MiB at most");
    DataFolders folders = DataFolders.ofSystem();
    facts.put(DataFolders.OWN, own(folders.own()));
    facts.put("data cache", folders.cache() + writable(folders.cache()));
    facts.put("runs", Path.of("runs").toAbsolutePath() + writable(Path.of("runs")));
    boolean healthy = tensorflow(facts);
    print(facts);
    return healthy ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static boolean tensorflow(Map<String, String> facts) {
    try {
      Devices found = Devices.find();
      facts.put("tensorflow", found.version());
      facts.put("denormals", DenormalMode.ofProcess().toString());
      for (Devices.Device device : found.devices()) {
        facts.put(
            "device " + device.shortName(),
            String.format(Locale.ROOT, "%s, %,d MiB", device.type(), device.memory() / MIB));
      }
      facts.put(
          "gpu",
          found
              .gpuMissing()
              .orElse("can be used: evaluator.device (memory is allocated as it is needed)"));
      return true;
    } catch (NasException missing) {
      facts.put("tensorflow", String.valueOf(missing.getMessage()));
      return false;
    }
  }

  private static String own(@Nullable Path folder) {
    if (folder == null) {
      return "not set";
    }
    return folder + (Files.isDirectory(folder) ? "" : " (no such folder)");
  }

  /** Returns the free space if files can be created in a folder, which need not exist yet. */
  private static String writable(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isWritable(existing)) {
      return " (NOT WRITABLE)";
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace() / MIB;
      return String.format(Locale.ROOT, " (writable, %,d MiB free)", free);
    } catch (IOException unknown) {
      return " (writable)";
    }
  }

  private void print(Map<String, String> facts) {
    PrintWriter out = nas.out();
    if (json) {
      out.println(Json.of(facts));
      return;
    }
    TextTable table = new TextTable(LEFT, LEFT);
    facts.forEach(table::row);
    out.print(table);
    out.flush();
  }
}
