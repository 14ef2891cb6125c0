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
    return new TableDataset(
        new DatasetInfo(
            info.name(), task, info.input(), info.features(), info.sizes(), info.hash()),
        parts);
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
    List<Feature> features =
        IntStream.range(0, shape.size()).mapToObj(i -> Feature.raw("x" + i)).toList();
    return new TableDataset(new DatasetInfo("made", task, shape, features, sizes, "none"), parts);
  }
}
