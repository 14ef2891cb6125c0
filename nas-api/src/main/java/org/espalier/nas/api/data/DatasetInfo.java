package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.TensorShape;

/** The properties of a data set that components use without its examples. */
@API(status = MAINTAINED, since = "0.1")
public sealed interface DatasetInfo {

  /** Returns the display name. */
  String name();

  /** Returns the kind of prediction. */
  Task task();

  /** Returns the shape of one example. */
  TensorShape input();

  /** Returns the number of examples in each part, in the order of the parts. */
  Map<Part, Integer> sizes();

  /** Returns the SHA-256 in hexadecimal over the prepared examples of all parts. */
  String hash();

  /** Returns the inputs in words: {@code 11 features}, {@code 28×28×1 images}. */
  String inputs();

  /** Returns inputs and targets in words: {@code 28×28×1 images, 10 classes}. */
  default String summary() {
    Task task = task();
    if (task instanceof Task.Classification several) {
      return inputs() + ", " + counted(several.classes().size(), "class", "classes");
    }
    return task instanceof Task.MultiLabel several
        ? inputs() + ", " + counted(several.labels().size(), "label", "labels")
        : inputs() + ", target " + task.target();
  }

  /**
   * A table: each input is a feature that was made of a column.
   *
   * @param name the display name
   * @param task the kind of prediction
   * @param input the shape of one example
   * @param features the inputs in row-major order of {@code input}
   * @param sizes the number of examples in each part, in the order of the parts
   * @param hash SHA-256 in hexadecimal over the prepared examples of all parts
   */
  record Tabular(
      String name,
      Task task,
      TensorShape input,
      List<Feature> features,
      Map<Part, Integer> sizes,
      String hash)
      implements DatasetInfo {

    /** Checks and copies. */
    public Tabular {
      Objects.requireNonNull(name);
      Objects.requireNonNull(task);
      Objects.requireNonNull(hash);
      features = List.copyOf(features);
      sizes = byPart(sizes);
      if (features.size() != input.size()) {
        throw new IllegalArgumentException(
            "features (%d) must be as many as the input %s has values."
                .formatted(features.size(), input));
      }
    }

    @Override
    public String inputs() {
      return counted(features.size(), "feature", "features");
    }
  }

  /**
   * Images of one size.
   *
   * @param name the display name
   * @param task the kind of prediction
   * @param input height × width × channels; a pixel's channels are adjacent
   * @param channels the statistics and the scaling of each channel: one for grey, three for red,
   *     green and blue
   * @param sizes the number of images in each part, in the order of the parts
   * @param hash SHA-256 in hexadecimal over the prepared images of all parts
   */
  record Image(
      String name,
      Task task,
      TensorShape input,
      List<Channel> channels,
      Map<Part, Integer> sizes,
      String hash)
      implements DatasetInfo {

    /** Checks and copies. */
    public Image {
      Objects.requireNonNull(name);
      Objects.requireNonNull(task);
      Objects.requireNonNull(hash);
      channels = List.copyOf(channels);
      sizes = byPart(sizes);
      if (input.rank() != 3 || input.dimensions().get(2) != channels.size()) {
        throw new IllegalArgumentException(
            "input (%s) must be height × width × channels, with as many channels as are described (%d)."
                .formatted(input, channels.size()));
      }
    }

    /** Returns the height in pixels. */
    public int height() {
      return input.dimensions().get(0);
    }

    /** Returns the width in pixels. */
    public int width() {
      return input.dimensions().get(1);
    }

    @Override
    public String inputs() {
      return input + " images";
    }
  }

  /**
   * A channel of images. The networks' input is {@code (level − shift) / scale}, where the level of
   * a pixel lies from 0 to 255.
   *
   * @param mean the mean level in the training part
   * @param deviation the (population) standard deviation of the levels in the training part
   * @param shift subtracted from each level, finite
   * @param scale the divisor applied after the shift, positive and finite
   */
  record Channel(double mean, double deviation, double shift, double scale) {
    /** Checks the scaling. */
    public Channel {
      if (!(scale > 0) || !Double.isFinite(scale) || !Double.isFinite(shift)) {
        throw new IllegalArgumentException(
            "scale (%s) must be positive and finite, shift (%s) finite.".formatted(scale, shift));
      }
    }

    /** Returns a channel scaled to mean 0 and deviation 1; a constant one only to mean 0. */
    public static Channel standardized(double mean, double deviation) {
      return new Channel(mean, deviation, mean, deviation == 0 ? 1 : deviation);
    }
  }

  private static String counted(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }

  private static Map<Part, Integer> byPart(Map<Part, Integer> sizes) {
    Map<Part, Integer> ordered = new EnumMap<>(Part.class);
    ordered.putAll(sizes);
    return Collections.unmodifiableMap(ordered);
  }
}
