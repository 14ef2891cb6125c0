package org.espalier.nas.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpositionFormatTest {

  /** The example of Prometheus's documentation of the format, as far as it applies. */
  @Test
  void itIsThatOfPrometheus() {
    MetricFamily metric =
        MetricFamily.gauge("msdos_file_access_time_seconds", "A \\ path\nand a \"quote\".")
            .add(Map.of("path", "C:\\DIR\\FILE.TXT\n\""), 1.458255915e9)
            .add(Map.of(), Double.POSITIVE_INFINITY)
            .add(Map.of("a", "b"), Double.NaN)
            .add(Map.of("a", "c"), -0.5);

    String text =
        ExpositionFormat.of(List.of(metric, MetricFamily.counter("none_total", "Nothing.")));

    assertThat(text)
        .isEqualTo(
            """
            # HELP msdos_file_access_time_seconds A \\\\ path\\nand a "quote".
            # TYPE msdos_file_access_time_seconds gauge
            msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT\\n\\""} 1458255915
            msdos_file_access_time_seconds +Inf
            msdos_file_access_time_seconds{a="b"} NaN
            msdos_file_access_time_seconds{a="c"} -0.5
            """);
    assertThat(ExpositionReader.read(text)).hasSize(4);
  }
}
