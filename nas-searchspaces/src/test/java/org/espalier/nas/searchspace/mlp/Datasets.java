package org.espalier.nas.searchspace.mlp;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;

/** Descriptions of data sets for tests. */
public final class Datasets {
  private static final List<String> WINE_CLASSES = List.of("low", "medium", "high");

  private Datasets() {}

  /** Returns a data set of eleven features and three classes. */
  public static DatasetInfo wine() {
    return of(new Task.Classification("class", WINE_CLASSES), TensorShape.of(11));
  }

  static DatasetInfo binary() {
    return of(new Task.Classification("class", List.of("no", "yes")), TensorShape.of(4));
  }

  /** Returns a data set of four features and five labels. */
  static DatasetInfo labels() {
    return of(new Task.MultiLabel("tags", List.of("a", "b", "c", "d", "e")), TensorShape.of(4));
  }

  static DatasetInfo regression() {
    return of(new Task.Regression("price"), TensorShape.of(4));
  }

  /** Returns grey images of 28 × 28 pixels and three classes. */
  static DatasetInfo images() {
    return pictures(28, 28, 1);
  }

  /** Returns images of three classes. */
  public static DatasetInfo pictures(int height, int width, int channels) {
    return pictures(WINE_CLASSES, height, width, channels);
  }

  /** Returns images of these classes. */
  public static DatasetInfo pictures(List<String> classes, int height, int width, int channels) {
    return new DatasetInfo.Image(
        "test",
        new Task.Classification("class", classes),
        TensorShape.of(height, width, channels),
        Collections.nCopies(channels, DatasetInfo.Channel.standardized(128, 64)),
        Map.of(),
        "hash");
  }

  private static DatasetInfo of(Task task, TensorShape input) {
    List<Feature> features =
        IntStream.range(0, input.size()).mapToObj(i -> Feature.raw("x" + i)).toList();
    return new DatasetInfo.Tabular("test", task, input, features, Map.of(), "hash");
  }
}
