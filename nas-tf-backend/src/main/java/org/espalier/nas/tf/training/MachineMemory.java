package org.espalier.nas.tf.training;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The memory of this machine, or of the container that runs this process. */
final class MachineMemory {
  private static final long MEBIBYTE = 1 << 20;

  private MachineMemory() {}

  /**
   * Returns the memory that each of several parallel trials may use, in MiB: the physical memory
   * without the Java heap, divided by the number of processors.
   */
  static int mebibytesForEachTrial() {
    long physical =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    Runtime runtime = Runtime.getRuntime();
    long outsideHeap = Math.max(physical / 2, physical - runtime.maxMemory());
    return Math.toIntExact(outsideHeap / runtime.availableProcessors() / MEBIBYTE);
  }
}
