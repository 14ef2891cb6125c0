package org.espalier.nas.tf.training;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;

/** A data set created in memory. */
public record TableDataset(DatasetInfo info, Map<Part, Examples> parts) implements Dataset {

  @Override
  public Examples examples(Part part) {
    return parts.get(part);
  }

  /** Returns normal noise around a centre for each class, in the dimensions of the shape. */
  public static TableDataset blobs(int classes, TensorShape shape, int training, int others) {
    Task task =
        new Task.Classification(
            "kind", IntStream.range(0, classes).mapToObj(c -> "class " + c).toList());
    return of(
        task,
        shape,
        training,
        others,
        random -> {
          int target = random.nextInt(classes);
          float[] example = new float[shape.size() + 1];
          for (int i = 0; i < shape.size(); i++) {
            example[i] =
                (float)
                    (Math.cos(i + 2 * Math.PI * target / classes) + 0.4 * random.nextGaussian());
          }
          example[shape.size()] = target;
          return example;
        });
  }

  /**
   * Returns noisy images of height × width × channels whose left half is brighter in the first
   * class, and whose right half in the second.
   */
  public static TableDataset images(TensorShape shape, int training, int others) {
    Task task = new Task.Classification("side", List.of("left", "right"));
    int channels = shape.dimensions().get(2);
    double[] shift = IntStream.range(0, channels).mapToDouble(c -> 100 + 10 * c).toArray();
    double[] scale = IntStream.range(0, channels).mapToDouble(c -> 50 + 5 * c).toArray();
    Map<Part, Examples> parts = new EnumMap<>(Part.class);
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    RandomGenerator random = new SplittableRandom(7);
    for (Part part : Part.values()) {
      int size = part == Part.TRAINING ? training : others;
      float[] targets = new float[size];
      byte[] levels = new byte[size * shape.size()];
      for (int i = 0; i < levels.length; i++) {
        int image = i / shape.size();
        targets[image] = image % 2;
        int column = i / channels % shape.dimensions().get(1);
        boolean left = 2 * column < shape.dimensions().get(1);
        levels[i] = (byte) (random.nextInt(120) + (left == (image % 2 == 0) ? 130 : 0));
      }
      int[] all = IntStream.range(0, size).toArray();
      parts.put(part, new Examples(new Pixels(shape, levels, all, shift, scale), targets));
      sizes.put(part, size);
    }
    List<DatasetInfo.Channel> described =
        IntStream.range(0, channels)
            .mapToObj(c -> new DatasetInfo.Channel(120, 60, shift[c], scale[c]))
            .toList();
    return new TableDataset(
        new DatasetInfo.Image("sides", task, shape, described, sizes, "none"), parts);
  }

  /** Returns numbers that are a function of two features. */
  public static TableDataset numbers(ToDoubleFunction<float[]> target, int training, int others) {
    return of(
        new Task.Regression("y"),
        TensorShape.of(2),
        training,
        others,
        random -> {
          float[] example = {random.nextFloat(-1, 1), random.nextFloat(-1, 1), 0};
          example[2] = (float) target.applyAsDouble(example);
          return example;
        });
  }

  /** Returns these data with another task. */
  public TableDataset withTask(Task task) {
    return new TableDataset(info(task, info.input(), info.sizes()), parts);
  }

  /** Returns these data with no example in the test part. */
  TableDataset withoutTestPart() {
    Map<Part, Examples> others = new EnumMap<>(parts);
    others.put(Part.TEST, new Examples(parts.get(Part.TEST).shape(), new float[0], new float[0]));
    return new TableDataset(info, others);
  }

  private interface Source {
    float[] draw(RandomGenerator random);
  }

  private static TableDataset of(
      Task task, TensorShape shape, int training, int others, Source source) {
    Map<Part, Examples> parts = new EnumMap<>(Part.class);
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    RandomGenerator random = new SplittableRandom(7);
    for (Part part : Part.values()) {
      int size = part == Part.TRAINING ? training : others;
      float[] features = new float[size * shape.size()];
      float[] targets = new float[size];
      for (int i = 0; i < size; i++) {
        float[] example = source.draw(random);
        System.arraycopy(example, 0, features, i * shape.size(), shape.size());
        targets[i] = example[shape.size()];
      }
      parts.put(part, new Examples(shape, features, targets));
      sizes.put(part, size);
    }
    return new TableDataset(info(task, shape, sizes), parts);
  }

  private static DatasetInfo info(Task task, TensorShape shape, Map<Part, Integer> sizes) {
    List<Feature> features =
        IntStream.range(0, shape.size()).mapToObj(i -> Feature.raw("x" + i)).toList();
    return new DatasetInfo.Tabular("made", task, shape, features, sizes, "none");
  }
}
