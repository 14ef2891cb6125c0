package org.espalier.nas.testkit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;

/** A correct data set: three points in each part, all distinct. */
class Points implements Dataset {
  static final String HASH = "0123456789abcdef".repeat(4);
  static final Task KINDS = new Task.Classification("kind", List.of("a", "b"));

  private final Task task;
  private final Map<Part, Examples> parts = new EnumMap<>(Part.class);

  Points() {
    this(KINDS, new float[] {1, 2, 3, 4, 5, 6}, new float[] {0, 1, 1});
  }

  Points(Task task, float[] features, float[] targets) {
    this.task = task;
    parts.put(Part.TRAINING, new Examples(TensorShape.of(2), features, targets));
    parts.put(Part.VALIDATION, new Examples(TensorShape.of(2), moved(features, 10), targets));
    parts.put(Part.TEST, new Examples(TensorShape.of(2), moved(features, 20), targets));
  }

  /** Creates the data set with other examples in one of the parts. */
  Points(Part part, Examples examples) {
    this();
    parts.put(part, examples);
  }

  private static float[] moved(float[] features, int by) {
    float[] moved = features.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += by;
    }
    return moved;
  }

  @Override
  public DatasetInfo info() {
    return info("points", parts.get(Part.TRAINING).size(), HASH);
  }

  DatasetInfo info(String name, int training, String hash) {
    return new DatasetInfo.Tabular(
        name,
        task,
        TensorShape.of(2),
        List.of(Feature.raw("x"), Feature.raw("y")),
        Map.of(
            Part.TRAINING,
            training,
            Part.VALIDATION,
            parts.get(Part.VALIDATION).size(),
            Part.TEST,
            parts.get(Part.TEST).size()),
        hash);
  }

  @Override
  public Examples examples(Part part) {
    return parts.get(part);
  }
}
