package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.audit.AuditedData;
import org.espalier.nas.data.audit.DataAudit;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;

/** The preparation of images. */
final class ImagePreparation {
  private static final int WHITE = 255;

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
    PreparedInput.Channels channels = channels(members.training());
    double[] shift = channels.shift();
    double[] scale = channels.scale();
    PerPart<Examples> examples =
        members.map(own -> new Examples(images.pixels(own, shift, scale), labels(own)));
    AuditedData audited =
        new AuditedData(
            labelTable(labels),
            List.of(),
            all,
            targets,
            List.of(members.training(), members.validation(), members.test()),
            task,
            List.of(),
            true,
            examples.training(),
            examples.validation(),
            examples.test());
    return PreparedDataset.of(
        images.name(),
        List.of(new PreparedParts(task, channels, examples)),
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

  /** Returns the channels, fitted to the training part. */
  private PreparedInput.Channels channels(int[] training) {
    List<DatasetInfo.Channel> channels = new ArrayList<>();
    for (long[] levels : histograms(training)) {
      channels.add(channel(levels));
    }
    return new PreparedInput.Channels(channels);
  }

  private DatasetInfo.Channel channel(long[] levels) {
    long count = 0;
    long sum = 0;
    long squares = 0;
    for (int level = 0; level < levels.length; level++) {
      count += levels[level];
      sum += level * levels[level];
      squares += (long) level * level * levels[level];
    }
    double mean = (double) sum / count;
    double deviation = Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
    return switch (preparation.scaling()) {
      case NONE -> new DatasetInfo.Channel(mean, deviation, 0, 1);
      case MIN_MAX -> new DatasetInfo.Channel(mean, deviation, 0, WHITE);
      case STANDARDIZE -> DatasetInfo.Channel.standardized(mean, deviation);
    };
  }

  /** Returns the number of pixels of each channel at each level. */
  private long[][] histograms(int[] training) {
    int channels = images.channels();
    long[][] counts = new long[channels][WHITE + 1];
    int values = images.shape().size();
    for (int image : training) {
      for (int i = 0; i < values; i++) {
        counts[i % channels][images.pixel(image, i)]++;
      }
    }
    return counts;
  }
}
