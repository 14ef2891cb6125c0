package org.espalier.nas.tf.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;

/** Small images made in memory, whose classes have bright columns at different places. */
public final class ImageDataset {
  private ImageDataset() {}

  /** Returns images with at least two columns for each class. */
  public static TableDataset of(TensorShape shape, int classes, int training, int others) {
    Task task =
        new Task.Classification(
            "kind", IntStream.range(0, classes).mapToObj(c -> "class " + c).toList());
    RandomGenerator random = new SplittableRandom(5);
    Map<Part, Examples> parts = new EnumMap<>(Part.class);
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      int size = part == Part.TRAINING ? training : others;
      parts.put(part, examples(shape, classes, size, random));
      sizes.put(part, size);
    }
    List<DatasetInfo.Channel> channels =
        IntStream.range(0, shape.dimensions().get(2))
            .mapToObj(channel -> DatasetInfo.Channel.standardized(100 + channel, 60))
            .toList();
    return new TableDataset(
        new DatasetInfo.Image("stripes", task, shape, channels, sizes, "none"), parts);
  }

  private static Examples examples(
      TensorShape shape, int classes, int size, RandomGenerator random) {
    int channels = shape.dimensions().get(2);
    int width = shape.dimensions().get(1);
    byte[] pixels = new byte[size * shape.size()];
    float[] targets = new float[size];
    for (int image = 0; image < size; image++) {
      int target = random.nextInt(classes);
      targets[image] = target;
      for (int i = 0; i < shape.size(); i++) {
        boolean bright = i / channels % width * classes / width == target;
        pixels[image * shape.size() + i] = (byte) (random.nextInt(120) + (bright ? 120 : 0));
      }
    }
    double[] shift = new double[channels];
    double[] scale = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      shift[channel] = 100 + channel;
      scale[channel] = 60;
    }
    int[] all = IntStream.range(0, size).toArray();
    return new Examples(new Pixels(shape, pixels, all, shift, scale), targets);
  }
}
