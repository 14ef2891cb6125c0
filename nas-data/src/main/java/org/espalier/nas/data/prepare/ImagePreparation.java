package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.audit.ImageAudit;
import org.espalier.nas.data.image.LabelledImages;

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
    requireUsable();
    List<PerPart<int[]>> divisions = divisions(Partition.of(preparation.split(), streams));
    List<PreparedParts> prepared =
        divisions.stream().map(members -> channels(members).parts()).toList();
    PerPart<int[]> first = divisions.get(0);
    List<Finding> findings =
        new ImageAudit(
                images,
                List.of(first.training(), first.validation(), first.test()),
                preparation.scaling() != Scaling.NONE)
            .findings();
    return PreparedDataset.of(images.name(), prepared, findings);
  }

  private void requireUsable() {
    Split split = preparation.split();
    if (split.by() != SplitRule.RANDOM) {
      throw new InvalidDataException(
          "prepare.split.by (%s) needs a column, but %s has images; remove it."
              .formatted(split.by().name().toLowerCase(Locale.ROOT), images.name()));
    }
    if (split.folds() != null && ownValidation()) {
      throw new InvalidDataException(
          "prepare.split.folds (%d) cannot be used, because %s has a validation part of its own; remove one of them."
              .formatted(split.folds(), images.name()));
    }
    if (preparation.duplicates() != Duplicates.KEEP) {
      throw new InvalidDataException(
          "prepare.duplicates (%s) cannot be used with the images of %s; remove it, and remove the images that the audit names."
              .formatted(preparation.duplicates().name().toLowerCase(Locale.ROOT), images.name()));
    }
  }

  private boolean ownValidation() {
    return images.firstValidation() < images.firstTest();
  }

  /** Returns the parts; several if there are folds. */
  private List<PerPart<int[]>> divisions(Partition partition) {
    int[] labels = IntStream.range(0, images.size()).map(images::label).toArray();
    if (!ownValidation()) {
      return partition.divisions(labels, images.firstTest());
    }
    int[] validation = IntStream.range(images.firstValidation(), images.firstTest()).toArray();
    int[] test = IntStream.range(images.firstTest(), images.size()).toArray();
    int[] rest = IntStream.range(0, images.firstValidation()).toArray();
    if (test.length > 0) {
      return List.of(new PerPart<>(rest, validation, test));
    }
    int[] own = IntStream.of(rest).map(i -> labels[i]).toArray();
    return List.of(partition.splitTest(own, validation));
  }

  /** Returns the channels, fitted to the training part. */
  private PreparedInput.Channels channels(PerPart<int[]> members) {
    List<DatasetInfo.Channel> channels = new ArrayList<>();
    for (long[] levels : histograms(members.training())) {
      channels.add(channel(levels));
    }
    return new PreparedInput.Channels(channels, images, members);
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
    byte[] levels = new byte[images.shape().size()];
    for (int image : training) {
      images.levels(image, levels);
      for (int i = 0; i < levels.length; i += channels) {
        for (int channel = 0; channel < channels; channel++) {
          counts[channel][Byte.toUnsignedInt(levels[i + channel])]++;
        }
      }
    }
    return counts;
  }
}
