package org.espalier.nas.dashboard.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prometheus's text exposition format, version 0.0.4. */
final class ExpositionFormat {

  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private ExpositionFormat() {}

  /** Returns the metrics that have samples as text. */
  static String of(List<MetricFamily> families) {
    StringBuilder text = new StringBuilder();
    for (MetricFamily family : families) {
      if (!family.samples().isEmpty()) {
        write(family, text);
      }
    }
    return text.toString();
  }

  private static void write(MetricFamily family, StringBuilder text) {
    String help = family.help().replace("\\", "\\\\").replace("\n", "\\n");
    text.append("# HELP ").append(family.name()).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(family.name()).append(' ');
    text.append(family.kind().name().toLowerCase(Locale.ROOT)).append('\n');
    for (MetricFamily.Sample sample : family.samples()) {
      text.append(family.name()).append(labels(sample.labels())).append(' ');
      text.append(number(sample.value())).append('\n');
    }
  }

  private static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : labels.entrySet().stream()
            .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
