package org.espalier.nas.benchmark.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process, on Linux. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path PEAK = Path.of("/proc/self/clear_refs");

  private ProcessMemory() {}

  /** Returns the resident memory, in MiB. */
  static double resident() throws IOException {
    return mebibytes("VmRSS:");
  }

  /** Returns the largest resident memory since {@link #forgetPeak}, in MiB. */
  static double peak() throws IOException {
    return mebibytes("VmHWM:");
  }

  /** Forgets the largest resident memory so far. */
  static void forgetPeak() throws IOException {
    Files.writeString(PEAK, "5");
  }

  private static double mebibytes(String field) throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(field))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .sum();
  }
}
