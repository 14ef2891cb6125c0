package org.espalier.nas.engine.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.jspecify.annotations.Nullable;

/** Writes what is known of a data set under keys that begin with {@code data}. */
final class DatasetText {
  private static final String HASH = "data.hash";
  private static final String CLASSES = "data.classes";
  private static final String FEATURES = "data.features";
  private static final int FIELDS = 6;

  private DatasetText() {}

  static void write(DatasetInfo info, KeyedText text) {
    text.put("data.name", info.name())
        .put(HASH, info.hash())
        .put("data.target", info.task().target())
        .put("data.input", info.input().dimensions().stream().map(String::valueOf).toList())
        .put(FEATURES, info.features().stream().map(DatasetText::line).toList());
    if (info.task() instanceof Task.Classification classification) {
      text.put(CLASSES, classification.classes());
    }
    info.sizes().forEach((part, size) -> text.put(sizeOf(part), String.valueOf(size)));
  }

  static @Nullable DatasetInfo read(KeyedText text) throws IOException {
    if (!text.has(HASH)) {
      return null;
    }
    String target = text.text("data.target");
    List<String> classes = text.list(CLASSES);
    List<Feature> features = new ArrayList<>();
    for (String line : text.list(FEATURES)) {
      features.add(feature(line));
    }
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (text.has(sizeOf(part))) {
        sizes.put(part, text.count(sizeOf(part)));
      }
    }
    return new DatasetInfo(
        text.text("data.name"),
        classes.isEmpty() ? new Task.Regression(target) : new Task.Classification(target, classes),
        new TensorShape(text.list("data.input").stream().map(Integer::valueOf).toList()),
        features,
        sizes,
        text.text(HASH));
  }

  private static String sizeOf(Part part) {
    return "data.examples." + part.name().toLowerCase(Locale.ROOT);
  }

  private static String line(Feature feature) {
    List<String> fields =
        Arrays.asList(
            feature.name(),
            feature.column(),
            orEmpty(feature.category()),
            Double.toString(feature.shift()),
            Double.toString(feature.scale()),
            orEmpty(feature.missing()));
    return String.join(
        "\t",
        fields.stream().map(field -> field.replace("\\", "\\\\").replace("\t", "\\t")).toList());
  }

  /** What is not there is empty; what is there begins with an equals sign. */
  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : "=" + value;
  }

  private static Feature feature(String line) throws IOException {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IOException("The feature \"" + line + "\" must have " + FIELDS + " fields.");
    }
    String category = fields[2].isEmpty() ? null : plain(fields[2].substring(1));
    Double missing = fields[5].isEmpty() ? null : Double.valueOf(fields[5].substring(1));
    return new Feature(
        plain(fields[0]),
        plain(fields[1]),
        category,
        Double.parseDouble(fields[3]),
        Double.parseDouble(fields[4]),
        missing);
  }

  private static String plain(String field) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && i + 1 < field.length()) {
        i++;
        c = field.charAt(i) == 't' ? '\t' : field.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
