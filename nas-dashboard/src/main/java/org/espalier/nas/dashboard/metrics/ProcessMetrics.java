package org.espalier.nas.dashboard.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The metrics of the dashboard's own process, with the names that Prometheus's clients use. */
final class ProcessMetrics {

  private ProcessMetrics() {}

  /** Returns the metrics. */
  static List<MetricFamily> families() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    List<MetricFamily> families = new ArrayList<>();
    families.add(
        MetricFamily.gauge("process_start_time_seconds", "Start time of the process.")
            .add(Map.of(), ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0));
    if (system instanceof com.sun.management.OperatingSystemMXBean known) {
      families.add(
          MetricFamily.counter("process_cpu_seconds_total", "CPU time of the process.")
              .add(Map.of(), Math.max(0, known.getProcessCpuTime()) / 1e9));
    }
    families.add(
        MetricFamily.gauge("jvm_memory_used_bytes", "Used memory of the Java virtual machine.")
            .add(Map.of("area", "heap"), (double) memory.getHeapMemoryUsage().getUsed())
            .add(Map.of("area", "nonheap"), (double) memory.getNonHeapMemoryUsage().getUsed()));
    families.add(
        MetricFamily.gauge("jvm_info", "The Java virtual machine.")
            .add(Map.of("version", Runtime.version().toString()), 1));
    return families;
  }
}
