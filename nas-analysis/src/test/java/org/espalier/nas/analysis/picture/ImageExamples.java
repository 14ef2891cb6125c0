package org.espalier.nas.analysis.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;

/** Images of 2 × 2 pixels. */
public final class ImageExamples {
  private static final TensorShape SHAPE = TensorShape.of(2, 2, 1);

  private ImageExamples() {}

  /** Returns images of a number of classes, one class after the other in turn. */
  public static Examples of(int classes, int imagesPerClass) {
    int count = classes * imagesPerClass;
    byte[] levels = new byte[count * SHAPE.size()];
    float[] targets = new float[count];
    for (int i = 0; i < count; i++) {
      targets[i] = i % classes;
      for (int j = 0; j < SHAPE.size(); j++) {
        levels[i * SHAPE.size() + j] = (byte) (i + 60 * j);
      }
    }
    int[] indices = IntStream.range(0, count).toArray();
    return new Examples(
        new Pixels(SHAPE, levels, indices, new double[] {0}, new double[] {255}), targets);
  }

  /** Returns the task of predicting these classes. */
  public static Task task(List<String> classes) {
    return new Task.Classification("class", classes);
  }

  /** Returns a table of one row. */
  public static Examples table() {
    return new Examples(SHAPE, new float[SHAPE.size()], new float[1]);
  }
}
