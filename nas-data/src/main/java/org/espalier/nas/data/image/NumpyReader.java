package org.espalier.nas.data.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.storage.IoReason;

/**
 * A reader of images and labels in NumPy arrays. Unsigned bytes are read as they are. Real numbers
 * of which none of the training images is above 1 are multiplied by 255; other numbers from 0 to
 * 255 are kept; both are rounded to the nearest level, halves up. Booleans become 0 and 255.
 */
public final class NumpyReader {
  private final List<String> classNames;

  /**
   * Creates a reader.
   *
   * @param classNames the names of the classes in the order of their indices; empty: the numbers up
   *     to the largest label of the training part
   */
  public NumpyReader(List<String> classNames) {
    this.classNames = List.copyOf(classNames);
  }

  /**
   * Reads the parts of a data set.
   *
   * @param file an archive of {@code numpy.savez}, or a folder of files of {@code numpy.save}
   * @param training the arrays to train on
   * @param validation the arrays of the validation part
   * @param test the arrays of the test part
   * @throws InvalidDataException if the file or an array is missing or malformed, the parts have
   *     images of different sizes, or a label is no class
   */
  public LabelledImages read(Path file, NumpyPart training, NumpyPart validation, NumpyPart test) {
    try (NumpyArrays arrays = NumpyArrays.open(file)) {
      NumpyImages images = NumpyImages.of(arrays.array(training.images()));
      int factor = images.factor();
      int[] labels =
          NumpyLabels.of(arrays.array(training.labels()), images.count()).read(classNames.size());
      List<String> classes = classes(file, labels);
      return LabelledImages.of(
          String.valueOf(file.getFileName()),
          "class",
          classes,
          images.read(factor, labels),
          validation.in(arrays) ? part(arrays, validation, images, factor, classes) : null,
          test.in(arrays) ? part(arrays, test, images, factor, classes) : null);
    } catch (ZipException e) {
      throw new InvalidDataException(file + " is damaged; write or fetch it again.", e);
    } catch (IOException e) {
      throw new InvalidDataException("%s cannot be read: %s.".formatted(file, IoReason.of(e)), e);
    }
  }

  private List<String> classes(Path file, int[] labels) {
    int largest = IntStream.of(labels).max().orElse(0);
    if (largest == 0) {
      throw new InvalidDataException(file + " has the label 0 only; at least two are needed.");
    }
    return classNames.isEmpty()
        ? IntStream.rangeClosed(0, largest).mapToObj(Integer::toString).toList()
        : classNames;
  }

  private static ImageFile part(
      NumpyArrays arrays, NumpyPart part, NumpyImages training, int factor, List<String> classes)
      throws IOException {
    NpyArray array = arrays.array(part.images());
    NumpyImages images = NumpyImages.of(array);
    if (!images.size().equals(training.size())) {
      throw array.error(
          "has images of %s, but those to train on are %s."
              .formatted(images.size(), training.size()));
    }
    NumpyLabels labels = NumpyLabels.of(arrays.array(part.labels()), images.count());
    return images.read(factor, labels.read(classes.size()));
  }
}
