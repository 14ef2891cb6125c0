package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.audit.AuditedData;
import org.espalier.nas.data.audit.DataAudit;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;

/** The preparation of images. */
final class ImagePreparation {
  private static final double WHITE = 255;

  private final LabelledImages images;
  private final Preparation preparation;

  ImagePreparation(LabelledImages images, Preparation preparation) {
    this.images = images;
    this.preparation = preparation;
  }

  /**
   * Returns the prepared data set; the streams provide the seed of the split, unless it has its
   * own.
   */
  PreparedDataset prepare(RandomStreams streams) {
    requireOneRandomSplit();
    int[] all = IntStream.range(0, images.size()).toArray();
    int[] labels = IntStream.of(all).map(images::label).toArray();
    float[] targets = new float[labels.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = labels[i];
    }
    Task task = new Task.Classification(images.label(), images.classes());
    PerPart<int[]> members =
        Partition.of(preparation.split(), streams).divide(labels, images.firstTest());
    double[] scale = scale(members.training());
    List<Feature> features = features(scale[0], scale[1]);
    PerPart<Examples> examples = members.map(own -> examples(own, scale[0], scale[1]));
    AuditedData audited =
        new AuditedData(
            labelTable(labels),
            List.of(),
            all,
            targets,
            List.of(members.training(), members.validation(), members.test()),
            task,
            features,
            true,
            examples.training(),
            examples.validation(),
            examples.test());
    return PreparedDataset.of(
        images.name(),
        List.of(new PreparedParts(task, features, examples)),
        new DataAudit(audited).findings());
  }

  private void requireOneRandomSplit() {
    Split split = preparation.split();
    if (split.by() != SplitRule.RANDOM) {
      throw new InvalidDataException(
          "prepare.split.by (%s) needs a column, but %s has images; remove it."
              .formatted(split.by().name().toLowerCase(Locale.ROOT), images.name()));
    }
    if (split.folds() != null) {
      throw new InvalidDataException(
          "prepare.split.folds (%d) cannot be used with the images of %s; remove it."
              .formatted(split.folds(), images.name()));
    }
  }

  private RawTable labelTable(int[] labels) {
    return RawTable.generated(
        images.name(), List.of(new TextColumn(images.label(), images.classes(), labels)));
  }

  /** Returns shift and scale of all pixels. */
  private double[] scale(int[] training) {
    int pixels = images.height() * images.width();
    return switch (preparation.scaling()) {
      case NONE -> new double[] {0, 1};
      case MIN_MAX -> new double[] {0, WHITE};
      case STANDARDIZE -> {
        long sum = 0;
        long squares = 0;
        for (int image : training) {
          for (int i = 0; i < pixels; i++) {
            long value = images.pixel(image, i);
            sum += value;
            squares += value * value;
          }
        }
        double count = (double) training.length * pixels;
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        yield new double[] {mean, deviation == 0 ? 1 : deviation};
      }
    };
  }

  private List<Feature> features(double shift, double scale) {
    List<Feature> features = new ArrayList<>();
    for (int row = 1; row <= images.height(); row++) {
      for (int column = 1; column <= images.width(); column++) {
        String name = "pixel " + row + "-" + column;
        features.add(new Feature(name, name, null, shift, scale, null));
      }
    }
    return features;
  }

  private Examples examples(int[] own, double shift, double scale) {
    TensorShape shape = TensorShape.of(images.height(), images.width());
    int pixels = shape.size();
    float[] values = new float[Math.multiplyExact(own.length, pixels)];
    float[] targets = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < pixels; j++) {
        values[i * pixels + j] = (float) ((images.pixel(own[i], j) - shift) / scale);
      }
      targets[i] = images.label(own[i]);
    }
    return new Examples(shape, values, targets);
  }
}
