package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.data.table.NumericColumn;

/**
 * The targets of the rows in use as networks learn them: class indices, labels, or scaled numbers.
 */
final class TargetEncoder {
  private final Task task;
  private final float[] encoded;

  private TargetEncoder(Task task, float[] encoded) {
    this.task = task;
    this.encoded = encoded;
  }

  /**
   * Fits the scale of a regression's targets.
   *
   * @param rows the rows in use
   * @param training the indices in {@code rows} of the training part
   * @throws InvalidDataException if a target has no logarithm and scaling is by logarithm, or if a
   *     target is too large
   */
  static TargetEncoder fit(
      RawData raw, int[] rows, Targets targets, int[] training, TargetScale.Kind scaling) {
    if (!(targets.task() instanceof Task.Regression regression)) {
      return new TargetEncoder(targets.task(), targets.values());
    }
    if (!(raw.labelColumn() instanceof NumericColumn label)) {
      throw new IllegalStateException(raw.label() + " is no number.");
    }
    double[] values = Arrays.stream(rows).mapToDouble(label::value).toArray();
    if (scaling == TargetScale.Kind.LOG) {
      requirePositive(raw, rows, values);
    }
    TargetScale scale =
        fitted(scaling, Arrays.stream(training).mapToDouble(i -> values[i]).toArray());
    float[] encoded = new float[values.length];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = (float) scale.scaled(values[i]);
      if (!Float.isFinite(encoded[i])) {
        throw new InvalidDataException(
            "%s: %s (%s) is too far from the training part to be scaled; fix or remove the row."
                .formatted(raw.table().place(rows[i]), label.name(), values[i]));
      }
    }
    return new TargetEncoder(new Task.Regression(regression.target(), scale), encoded);
  }

  private static void requirePositive(RawData raw, int[] rows, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0)) {
        throw new InvalidDataException(
            ("%s: %s (%s) must be positive, because prepare.targets.scaling is log. Set it to"
                    + " standardize, or remove the row.")
                .formatted(
                    raw.table().place(rows[i]), raw.label(), NumericColumn.format(values[i])));
      }
    }
  }

  private static TargetScale fitted(TargetScale.Kind scaling, double[] training) {
    if (scaling == TargetScale.Kind.NONE) {
      return TargetScale.none();
    }
    double[] fitted =
        scaling == TargetScale.Kind.LOG
            ? DoubleStream.of(training).map(StrictMath::log).toArray()
            : training;
    double low = DoubleStream.of(fitted).min().orElseThrow();
    double high = DoubleStream.of(fitted).max().orElseThrow();
    double mean = low + DoubleStream.of(fitted).map(value -> value - low).sum() / fitted.length;
    double largest = Math.max(high - mean, mean - low);
    if (low == high || largest == 0) {
      return new TargetScale(scaling, mean, 1);
    }
    // Squares of the ratios, because those of tiny values would be 0.
    double squares =
        DoubleStream.of(fitted)
            .map(value -> (value - mean) / largest)
            .map(ratio -> ratio * ratio)
            .sum();
    return new TargetScale(scaling, mean, largest * Math.sqrt(squares / fitted.length));
  }

  /** Returns the task; the task of a regression has the fitted scale. */
  Task task() {
    return task;
  }

  /** Returns the encoded targets of some of the rows in use, by their indices. */
  float[] of(int[] indices) {
    int width = task.targetsPerExample();
    float[] own = new float[indices.length * width];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(encoded, indices[i] * width, own, i * width, width);
    }
    return own;
  }
}
