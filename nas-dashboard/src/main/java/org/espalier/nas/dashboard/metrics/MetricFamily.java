package org.espalier.nas.dashboard.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A metric with its samples, in the order in which they were added. */
final class MetricFamily {

  /** The kinds of metrics. */
  enum Kind {
    /** A number that only grows, apart from restarts. */
    COUNTER,
    /** Any number. */
    GAUGE
  }

  /**
   * A sample.
   *
   * @param labels values of the labels by name
   */
  record Sample(Map<String, String> labels, double value) {
    Sample {
      labels = new LinkedHashMap<>(labels);
    }
  }

  private final String name;
  private final Kind kind;
  private final String help;
  private final List<Sample> samples = new ArrayList<>();

  MetricFamily(String name, Kind kind, String help) {
    this.name = name;
    this.kind = kind;
    this.help = help;
  }

  static MetricFamily counter(String name, String help) {
    return new MetricFamily(name, Kind.COUNTER, help);
  }

  static MetricFamily gauge(String name, String help) {
    return new MetricFamily(name, Kind.GAUGE, help);
  }

  /** Adds a sample. */
  MetricFamily add(Map<String, String> labels, double value) {
    samples.add(new Sample(labels, value));
    return this;
  }

  String name() {
    return name;
  }

  Kind kind() {
    return kind;
  }

  String help() {
    return help;
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }
}
