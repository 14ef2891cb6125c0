package org.espalier.nas.tf.training;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much memory this machine, or the container it runs in, has. */
final class MachineMemory {
  private static final long MEBIBYTE = 1 << 20;

  private MachineMemory() {}

  /**
   * What one of the trials that run side by side may take, in MiB: the physical memory without the
   * Java heap, divided by the number of processors.
   */
  static int mebibytesForEachTrial() {
    long physical =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    Runtime runtime = Runtime.getRuntime();
    long outsideHeap = Math.max(physical / 2, physical - runtime.maxMemory());
    return Math.toIntExact(outsideHeap / runtime.availableProcessors() / MEBIBYTE);
  }
}
