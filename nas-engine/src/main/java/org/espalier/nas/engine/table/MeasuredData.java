package org.espalier.nas.engine.table;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The data set on which imported results were measured, as far as search spaces depend on it.
 *
 * @param name display name
 * @param input shape of an example: height, width, channels of images, or the number of features
 * @param classes number of classes
 */
public record MeasuredData(
    @Description("Display name.") String name,
    @Description("Shape of an example: [height, width, channels], or [features].")
        List<Integer> input,
    @Description("Number of classes.") @Range("[2, inf)") int classes) {
  private static final double LARGEST_LEVEL = 255;

  /** Checks the shape. */
  public MeasuredData {
    input = List.copyOf(input);
    SettingRanges.check(MeasuredData.class, name, input, classes);
    if ((input.size() != 1 && input.size() != 3) || input.stream().anyMatch(size -> size < 1)) {
      throw new InvalidSettingException(
          "input",
          "input %s must be [height, width, channels] of images or [features] of a table."
              .formatted(input));
    }
  }

  /** Returns the data set, without examples; its hash is that of no data. */
  public DatasetInfo info() {
    Task task =
        new Task.Classification(
            "class", IntStream.rangeClosed(1, classes).mapToObj(i -> "class " + i).toList());
    TensorShape shape = new TensorShape(input);
    if (input.size() == 1) {
      List<Feature> features =
          IntStream.rangeClosed(1, input.get(0))
              .mapToObj(i -> new Feature("feature " + i, "feature " + i, null, 0, 1, null))
              .toList();
      return new DatasetInfo.Tabular(name, task, shape, features, Map.of(), "unknown");
    }
    DatasetInfo.Channel channel = new DatasetInfo.Channel(0, 0, 0, LARGEST_LEVEL);
    return new DatasetInfo.Image(
        name, task, shape, Collections.nCopies(input.get(2), channel), Map.of(), "unknown");
  }
}
