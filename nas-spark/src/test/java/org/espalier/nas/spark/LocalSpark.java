package org.espalier.nas.spark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.remote.ClusterSettings;

/** Spark clusters whose master and workers are in this process, and executors in processes. */
final class LocalSpark {

  /** Heap of an executor in MiB. */
  private static final int HEAP = 512;

  private LocalSpark() {}

  /** Returns the address of a cluster with executors of one core. */
  static String master(int executors) {
    return "local-cluster[%d,1,%d]".formatted(executors, HEAP);
  }

  static ClusterSettings settings(int executors) {
    return new ClusterSettings(
        "spark", "test", master(executors), 0, 1, HEAP, 512, 0, false, Map.of());
  }

  /** Starts a Java program with the class path and the settings of this process. */
  static Process java(Path folder, Class<?> program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(program.getSimpleName() + ".log").toFile())
        .start();
  }

  /** Returns the processes of executors, which are children of this one. */
  static List<ProcessHandle> executors() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("CoarseGrainedExecutorBackend"))
                    .isPresent())
        .toList();
  }
}
