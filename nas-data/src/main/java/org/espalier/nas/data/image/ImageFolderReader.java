package org.espalier.nas.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.espalier.nas.api.InvalidDataException;
import org.jspecify.annotations.Nullable;

/**
 * A reader of folders that have a folder of images for each class. One image at a time is decoded
 * and resized.
 */
public final class ImageFolderReader {
  private final ImageLayout layout;
  private final ImageDecoder decoder;
  private final LongConsumer progress;

  /**
   * Creates a reader.
   *
   * @param layout the common form of the images
   * @param progress receives the size of each file that was read, in bytes
   */
  public ImageFolderReader(ImageLayout layout, LongConsumer progress) {
    this.layout = layout;
    this.decoder = new ImageDecoder(layout.color());
    this.progress = progress;
  }

  /**
   * Reads the parts of a data set.
   *
   * @param name name for display
   * @param training the training part, whose folders are the classes
   * @param validation the validation part, or null
   * @param test the test part, or null
   * @throws InvalidDataException if there are fewer than two classes, a part has a class that the
   *     training part lacks, files cannot be used and may not be skipped, or the images have
   *     several sizes and the layout has none
   */
  public LabelledImages read(
      String name,
      ClassFolders training,
      @Nullable ClassFolders validation,
      @Nullable ClassFolders test) {
    List<String> classes = training.names();
    if (classes.size() < 2) {
      throw new InvalidDataException(
          "%s has only the class %s; at least two are needed, each a folder of images."
              .formatted(training.folder(), classes.get(0)));
    }
    for (ClassFolders part : new ClassFolders[] {validation, test}) {
      if (part != null) {
        training.requireClassesOf(part);
      }
    }
    BrokenImages broken = new BrokenImages(layout.broken());
    Resizer resizer = resizer(training, validation, test);
    ImageFile first = read(training, classes, resizer, broken);
    ImageFile second = validation == null ? null : read(validation, classes, resizer, broken);
    ImageFile third = test == null ? null : read(test, classes, resizer, broken);
    broken.require();
    requireImages(training, first);
    return LabelledImages.of(name, "class", classes, first, second, third).without(broken.found());
  }

  private Resizer resizer(@Nullable ClassFolders... parts) {
    List<Integer> size = layout.size();
    if (size.isEmpty()) {
      DecodedImage common = new CommonSize(decoder).of(parts);
      return new Resizer(common.height(), common.width(), layout.resize());
    }
    return new Resizer(size.get(0), size.get(1), layout.resize());
  }

  private ImageFile read(
      ClassFolders part, List<String> classes, Resizer resizer, BrokenImages broken) {
    int height = resizer.height();
    int width = resizer.width();
    int channels = layout.color().channels();
    int values = height * width * channels;
    int count = part.files().size();
    PixelCollector pixels = new PixelCollector(values, count);
    int[] labels = new int[count];
    List<ImageOrigin> origins = new ArrayList<>();
    int read = 0;
    for (ClassFolder own : part.classes()) {
      for (Path file : own.files()) {
        progress.accept(size(file));
        try {
          DecodedImage picture = picture(file, resizer);
          byte[] image = new byte[values];
          resizer.write(picture, image);
          pixels.add(image);
          origins.add(picture.origin(file.toString()));
          labels[read++] = classes.indexOf(own.name());
        } catch (BrokenImageException e) {
          broken.add(file, e);
        }
      }
    }
    if (read < count) {
      labels = Arrays.copyOf(labels, read);
    }
    return new ImageFile(height, width, channels, pixels.images(), labels).withOrigins(origins);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      return 0; // The decoder says why.
    }
  }

  private DecodedImage picture(Path file, Resizer resizer) throws BrokenImageException {
    DecodedImage picture = decoder.decode(file);
    if (picture.height() * picture.width() == 1 && resizer.height() * resizer.width() > 1) {
      throw new BrokenImageException("it is a single pixel, which shows nothing");
    }
    return picture;
  }

  private static void requireImages(ClassFolders training, ImageFile images) {
    boolean[] seen = new boolean[training.classes().size()];
    for (int i = 0; i < images.size(); i++) {
      seen[images.label(i)] = true;
    }
    for (ClassFolder own : training.classes()) {
      if (!seen[training.classes().indexOf(own)]) {
        throw new InvalidDataException(
            "class %s has no images: none of the %d files in %s can be used. Repair them, or delete the folder."
                .formatted(own.name(), own.files().size(), own.folder()));
      }
    }
  }
}
