package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Task;
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
    PerPart<int[]> members = new ImageParts(images, preparation.split(), streams).divide(labels);
    double[][] scale = scale(members.training());
    List<Feature> features = features(scale[0], scale[1]);
    PerPart<Examples> examples =
        members.map(own -> new Examples(images.pixels(own, scale[0], scale[1]), labels(own)));
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

  private float[] labels(int[] own) {
    float[] targets = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      targets[i] = images.label(own[i]);
    }
    return targets;
  }

  /** Returns shift and scale of the pixels of each channel. */
  private double[][] scale(int[] training) {
    double[][] scale = new double[2][images.channels()];
    for (int channel = 0; channel < images.channels(); channel++) {
      double[] own =
          switch (preparation.scaling()) {
            case NONE -> new double[] {0, 1};
            case MIN_MAX -> new double[] {0, WHITE};
            case STANDARDIZE -> moments(training, channel);
          };
      scale[0][channel] = own[0];
      scale[1][channel] = own[1];
    }
    return scale;
  }

  /** Returns mean and standard deviation of a channel; a deviation of 1 where it is constant. */
  private double[] moments(int[] training, int channel) {
    int values = images.shape().size();
    long sum = 0;
    long squares = 0;
    for (int image : training) {
      for (int i = channel; i < values; i += images.channels()) {
        long value = images.pixel(image, i);
        sum += value;
        squares += value * value;
      }
    }
    double count = (double) training.length * (values / images.channels());
    double mean = sum / count;
    double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
    return new double[] {mean, deviation == 0 ? 1 : deviation};
  }

  private List<Feature> features(double[] shift, double[] scale) {
    List<Feature> features = new ArrayList<>();
    for (int row = 1; row <= images.height(); row++) {
      for (int column = 1; column <= images.width(); column++) {
        for (int channel = 0; channel < images.channels(); channel++) {
          String name =
              "pixel " + row + "-" + column + (images.channels() == 1 ? "" : "-" + (channel + 1));
          features.add(new Feature(name, name, null, shift[channel], scale[channel], null));
        }
      }
    }
    return features;
  }
}
