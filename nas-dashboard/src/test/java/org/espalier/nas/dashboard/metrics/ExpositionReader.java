package org.espalier.nas.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of Prometheus's text format 0.0.4: each metric has one HELP and one TYPE line
 * before its samples, all of its lines stand together, and no two samples have the same labels.
 */
final class ExpositionReader {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern HELP =
      Pattern.compile("# HELP (" + NAME + ") ((?:[^\\\\\n]|\\\\\\\\|\\\\n)*)");
  private static final Pattern TYPE = Pattern.compile("# TYPE (" + NAME + ") (counter|gauge)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(.*)})? (\\+Inf|-Inf|NaN|-?[0-9.]+(?:E-?[0-9]+)?)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\\\\\|\\\\\"|\\\\n)*)\"(,|$)");

  private final Map<String, Double> samples = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Set<String> helped = new HashSet<>();
  private String current = "";

  /** Reads a text; returns its samples by name and labels, with the labels unescaped. */
  static Map<String, Double> read(String text) {
    assertThat(text).endsWith("\n");
    ExpositionReader reader = new ExpositionReader();
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      reader.line(line);
    }
    assertThat(reader.types.keySet()).isEqualTo(reader.helped);
    return reader.samples;
  }

  private void line(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (help.matches()) {
      current = help.group(1);
      assertThat(helped.add(current)).as("second HELP: " + line).isTrue();
    } else if (type.matches()) {
      assertThat(type.group(1)).as(line).isEqualTo(current);
      assertThat(types.put(current, type.group(2))).as("second TYPE: " + line).isNull();
      assertThat(current.endsWith("_total")).as(line).isEqualTo(type.group(2).equals("counter"));
    } else {
      assertThat(sample.matches()).as(line).isTrue();
      assertThat(sample.group(1)).as("out of place: " + line).isEqualTo(current);
      assertThat(types).as("before TYPE: " + line).containsKey(current);
      String key = current + labels(sample.group(2));
      double value = Double.parseDouble(sample.group(3).replace("Inf", "Infinity"));
      assertThat(samples.put(key, value)).as("twice: " + line).isNull();
    }
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (text == null) {
      return labels;
    }
    Matcher label = LABEL.matcher(text);
    int end = 0;
    while (label.find()) {
      assertThat(label.start()).as(text).isEqualTo(end);
      end = label.end();
      String value = label.group(2);
      assertThat(labels.put(label.group(1), unescaped(value))).as(text).isNull();
    }
    assertThat(end).as(text).isEqualTo(text.length());
    assertThat(text).doesNotEndWith(",");
    return labels;
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\') {
        char next = value.charAt(++i);
        text.append(next == 'n' ? '\n' : next);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
