package org.espalier.nas.data.prepare;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.image.LabelledImages;

/** The division of images into parts, of which each may have files of its own. */
final class ImageParts {
  private final LabelledImages images;
  private final Split split;
  private final RandomStreams streams;

  ImageParts(LabelledImages images, Split split, RandomStreams streams) {
    this.images = images;
    this.split = split;
    this.streams = streams;
  }

  /**
   * Divides the images: parts without files of their own are split off the training part.
   *
   * @param labels the class of each image
   * @return the indices of each part's images, ascending
   */
  PerPart<int[]> divide(int[] labels) {
    int validation = images.firstValidation();
    int test = images.firstTest();
    if (validation == test) {
      return Partition.of(split, streams).divide(labels, test);
    }
    if (test < labels.length) {
      return new PerPart<>(
          range(0, validation), range(validation, test), range(test, labels.length));
    }
    if (split.test() == 0) {
      return new PerPart<>(range(0, validation), range(validation, test), new int[0]);
    }
    PerPart<int[]> divided =
        Partition.of(split, streams).divide(Arrays.copyOf(labels, validation), validation);
    int[] training =
        IntStream.concat(IntStream.of(divided.training()), IntStream.of(divided.validation()))
            .sorted()
            .toArray();
    return new PerPart<>(training, range(validation, test), divided.test());
  }

  private int[] range(int from, int to) {
    if (from == to) {
      throw new InvalidDataException(images.name() + " has a part without images.");
    }
    return IntStream.range(from, to).toArray();
  }
}
