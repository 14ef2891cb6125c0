package org.espalier.nas.data.image;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;
import org.jspecify.annotations.Nullable;

/** Images of one size, each with the index of its class. Immutable. */
public final class LabelledImages {
  private final String name;
  private final String label;
  private final List<String> classes;
  private final List<ImageFile> files;
  private final int[] starts;
  private final boolean validated;
  private final List<String> skipped;

  /**
   * Returns the images of one or two files.
   *
   * @param name name for display
   * @param label the name of the target
   * @param classes the names of the classes in the order of their indices
   * @param files one file, or two: the second is the test part
   */
  public LabelledImages(String name, String label, List<String> classes, List<ImageFile> files) {
    this(name, label, classes, files, false, List.of());
  }

  private LabelledImages(
      String name,
      String label,
      List<String> classes,
      List<ImageFile> files,
      boolean validated,
      List<String> skipped) {
    this.name = Objects.requireNonNull(name);
    this.label = Objects.requireNonNull(label);
    this.classes = List.copyOf(classes);
    this.files = List.copyOf(files);
    this.starts = new int[files.size() + 1];
    for (int i = 0; i < files.size(); i++) {
      starts[i + 1] = starts[i] + files.get(i).size();
    }
    this.validated = validated;
    this.skipped = List.copyOf(skipped);
  }

  /**
   * Returns the images of parts.
   *
   * @param name name for display
   * @param label the name of the target
   * @param classes the names of the classes in the order of their indices
   * @param training the images to train on, and those from which missing parts are split off
   * @param validation the validation part; null if it is yet to be split off
   * @param test the test part; null if it is yet to be split off
   */
  public static LabelledImages of(
      String name,
      String label,
      List<String> classes,
      ImageFile training,
      @Nullable ImageFile validation,
      @Nullable ImageFile test) {
    List<ImageFile> files = Stream.of(training, validation, test).filter(Objects::nonNull).toList();
    return new LabelledImages(name, label, classes, files, validation != null, List.of());
  }

  /**
   * Returns these images with a list of those that were left out.
   *
   * @param skipped for each of them its file and the reason
   */
  public LabelledImages without(List<String> skipped) {
    return new LabelledImages(name, label, classes, files, validated, skipped);
  }

  /** Returns file and reason for each image that was left out because it cannot be used. */
  public List<String> skipped() {
    return skipped;
  }

  /** Returns the name for display. */
  public String name() {
    return name;
  }

  /** Returns the name of the target. */
  public String label() {
    return label;
  }

  /** Returns the names of the classes. */
  public List<String> classes() {
    return classes;
  }

  /** Returns the height of an image in pixels. */
  public int height() {
    return files.get(0).height();
  }

  /** Returns the width of an image in pixels. */
  public int width() {
    return files.get(0).width();
  }

  /** Returns the number of channels: 1 for grey, 3 for colour. */
  public int channels() {
    return files.get(0).channels();
  }

  /** Returns the shape of an image: height × width × channels. */
  public TensorShape shape() {
    return TensorShape.of(height(), width(), channels());
  }

  /**
   * Returns images whose pixels are scaled when they are read.
   *
   * @param images the indices of images, all of the same file
   * @param shift subtracted from each pixel, for each channel
   * @param scale the divisor after that, for each channel
   */
  public Pixels pixels(int[] images, double[] shift, double[] scale) {
    int file = images.length == 0 ? 0 : file(images[0]);
    int first = starts[file];
    int[] own = IntStream.of(images).map(image -> image - first).toArray();
    return new Pixels(shape(), files.get(file).pixels(), own, shift, scale);
  }

  /** Returns the index of the file of an image. */
  private int file(int image) {
    int file = 0;
    while (image >= starts[file + 1]) {
      file++;
    }
    return file;
  }

  /**
   * Returns the place of an image for messages: its origin, or its number in the part of its own,
   * from 1.
   */
  public String place(int image) {
    int file = file(image);
    int own = image - starts[file];
    List<ImageOrigin> origins = files.get(file).origins();
    if (!origins.isEmpty()) {
      return origins.get(own).place();
    }
    String part = file == 0 ? "training" : validated && file == 1 ? "validation" : "test";
    return (files.size() == 1 ? "" : part + " ") + "image " + (own + 1);
  }

  /** Returns the images of each part of its own, in the order of training, validation and test. */
  public List<ImageFile> files() {
    return files;
  }

  /** Returns the number of images. */
  public int size() {
    return starts[files.size()];
  }

  /**
   * Returns the index of the first image of a validation part of its own; {@link #firstTest} if it
   * is yet to be split off.
   */
  public int firstValidation() {
    return validated ? starts[1] : firstTest();
  }

  /**
   * Returns the index of the first image of the test part; the number of images if it is yet to be
   * split off.
   */
  public int firstTest() {
    return starts[validated ? 2 : 1];
  }

  /** Returns the class of an image. */
  public int label(int image) {
    int file = file(image);
    return files.get(file).label(image - starts[file]);
  }

  /**
   * Writes the pixels of an image.
   *
   * @param image the index of the image
   * @param into receives {@code shape().size()} unsigned bytes
   */
  public void levels(int image, byte[] into) {
    int file = file(image);
    files.get(file).pixels().read(image - starts[file], into, 0);
  }

  /** Returns true if two images have the same pixels. */
  public boolean equalPixels(int first, int second) {
    byte[] one = new byte[shape().size()];
    byte[] other = new byte[one.length];
    levels(first, one);
    levels(second, other);
    return Arrays.equals(one, other);
  }

  /** Returns a value of an image, in the order of rows, columns and channels, from 0 to 255. */
  public int pixel(int image, int position) {
    int file = file(image);
    return files.get(file).pixel(image - starts[file], position);
  }
}
