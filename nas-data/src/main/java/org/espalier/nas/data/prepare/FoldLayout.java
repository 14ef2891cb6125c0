package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Feature;

/**
 * The order of the features of all folds. Encoders are fitted to the training part of each fold, so
 * that one fold can lack a category that another has; all folds need inputs of the same shape. A
 * feature that a fold lacks is always 0 in it.
 */
final class FoldLayout {
  private final List<List<Feature>> columns;
  private final int width;

  private FoldLayout(List<List<Feature>> columns) {
    this.columns = columns;
    this.width = columns.stream().mapToInt(List::size).sum();
  }

  /**
   * Returns the layout of folds.
   *
   * @param folds for each fold, the encoders of its columns; the columns are the same in all folds
   */
  static FoldLayout of(List<List<Encoder>> folds) {
    return new FoldLayout(
        IntStream.range(0, folds.get(0).size())
            .mapToObj(column -> union(folds.stream().map(fold -> fold.get(column)).toList()))
            .toList());
  }

  /** Returns the features of one column that any fold has. */
  private static List<Feature> union(List<Encoder> folds) {
    Map<String, Feature> byName = new LinkedHashMap<>();
    folds.forEach(
        encoder -> encoder.features().forEach(each -> byName.putIfAbsent(each.name(), each)));
    return byName.values().stream()
        .sorted(Comparator.comparingInt(feature -> folds.get(0).rank(feature)))
        .toList();
  }

  /** Returns the number of features. */
  int width() {
    return width;
  }

  /**
   * Returns the features as a fold encodes them.
   *
   * @param fold the encoders of the fold's columns
   */
  List<Feature> features(List<Encoder> fold) {
    List<Feature> features = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Map<String, Feature> own =
          fold.get(c).features().stream()
              .collect(Collectors.toMap(Feature::name, Function.identity()));
      columns.get(c).forEach(each -> features.add(own.getOrDefault(each.name(), absent(each))));
    }
    return features;
  }

  private static Feature absent(Feature feature) {
    Double missing = feature.missing() == null ? null : (Double) 0d;
    return new Feature(feature.name(), feature.column(), feature.category(), 0, 1, missing);
  }

  /**
   * Returns the encoded values of rows, row after row.
   *
   * @param fold the encoders of the fold's columns
   */
  float[] encode(List<Encoder> fold, int[] rows) {
    float[] values = new float[Math.multiplyExact(rows.length, width)];
    int offset = 0;
    for (int c = 0; c < columns.size(); c++) {
      encode(fold.get(c), places(c, fold.get(c)), offset, rows, values);
      offset += columns.get(c).size();
    }
    return values;
  }

  private void encode(Encoder encoder, int[] places, int offset, int[] rows, float[] values) {
    float[] own = new float[places.length];
    for (int i = 0; i < rows.length; i++) {
      Arrays.fill(own, 0);
      encoder.encode(rows[i], own, 0);
      for (int j = 0; j < places.length; j++) {
        values[i * width + offset + places[j]] = own[j];
      }
    }
  }

  private int[] places(int column, Encoder encoder) {
    List<String> names = columns.get(column).stream().map(Feature::name).toList();
    return encoder.features().stream().mapToInt(each -> names.indexOf(each.name())).toArray();
  }
}
