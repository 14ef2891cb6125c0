package org.espalier.nas.engine.provenance;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The machine and the JVM, as far as they can bear on results. */
final class Machine {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final long MEBIBYTE = 1 << 20;

  private Machine() {}

  static Map<String, String> describe() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("java.version", System.getProperty("java.runtime.version", "unknown"));
    facts.put("java.vendor", System.getProperty("java.vendor", "unknown"));
    facts.put("java.vm", System.getProperty("java.vm.name", "unknown"));
    facts.put(
        "os", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")));
    facts.put("os.arch", System.getProperty("os.arch", "unknown"));
    facts.put("cpu.cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("java.heap.mebibytes", Long.toString(Runtime.getRuntime().maxMemory() / MEBIBYTE));
    cpuModel().ifPresent(model -> facts.put("cpu.model", model));
    memory().ifPresent(octets -> facts.put("memory.mebibytes", Long.toString(octets / MEBIBYTE)));
    return facts;
  }

  private static Optional<String> cpuModel() {
    if (!Files.isReadable(CPU_INFO)) {
      return Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Long> memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Optional.of(system.getTotalMemorySize())
        : Optional.empty();
  }
}
