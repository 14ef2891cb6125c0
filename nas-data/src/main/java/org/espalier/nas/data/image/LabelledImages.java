package org.espalier.nas.data.image;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;

/** Images of one size, each with the index of its class. Immutable. */
public final class LabelledImages {
  private final String name;
  private final String label;
  private final List<String> classes;
  private final List<ImageFile> files;

  /**
   * Returns the images of one or two files.
   *
   * @param name name for display
   * @param label the name of the target
   * @param classes the names of the classes in the order of their indices
   * @param files one file, or two: the second is the test part
   */
  public LabelledImages(String name, String label, List<String> classes, List<ImageFile> files) {
    this.name = Objects.requireNonNull(name);
    this.label = Objects.requireNonNull(label);
    this.classes = List.copyOf(classes);
    this.files = List.copyOf(files);
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
    int first = images.length > 0 && images[0] >= firstTest() ? firstTest() : 0;
    ImageFile file = first == 0 ? files.get(0) : files.get(1);
    int[] own = IntStream.of(images).map(image -> image - first).toArray();
    return new Pixels(shape(), file.pixels(), own, shift, scale);
  }

  /** Returns the number of images. */
  public int size() {
    return files.stream().mapToInt(ImageFile::size).sum();
  }

  /**
   * Returns the index of the first image of the test part; the number of images if it is yet to be
   * split off.
   */
  public int firstTest() {
    return files.get(0).size();
  }

  /** Returns the class of an image. */
  public int label(int image) {
    return image < firstTest()
        ? files.get(0).label(image)
        : files.get(1).label(image - firstTest());
  }

  /** Returns a value of an image, in the order of rows, columns and channels, from 0 to 255. */
  public int pixel(int image, int position) {
    return image < firstTest()
        ? files.get(0).pixel(image, position)
        : files.get(1).pixel(image - firstTest(), position);
  }
}
