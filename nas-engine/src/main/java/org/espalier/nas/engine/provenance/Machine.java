package org.espalier.nas.engine.provenance;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The machine and the JVM, as far as they can bear on results. */
final class Machine {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final List<String> GENERATION =
      List.of("cpu family", "model", "CPU implementer", "CPU part");
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
      return cpuModel(lines);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /**
   * Returns the name of the first processor that Linux lists, with its family and model: virtual
   * machines give one name to several generations, whose bits differ.
   */
  static Optional<String> cpuModel(Stream<String> lines) {
    Map<String, String> first = new LinkedHashMap<>();
    lines
        .filter(line -> line.indexOf(':') > 0)
        .forEach(
            line ->
                first.putIfAbsent(
                    line.substring(0, line.indexOf(':')).strip(),
                    line.substring(line.indexOf(':') + 1).strip()));
    List<String> parts = new ArrayList<>();
    Optional.ofNullable(first.get("model name")).ifPresent(parts::add);
    for (String key : GENERATION) {
      Optional.ofNullable(first.get(key)).ifPresent(value -> parts.add(key + " " + value));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static Optional<Long> memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Optional.of(system.getTotalMemorySize())
        : Optional.empty();
  }
}
