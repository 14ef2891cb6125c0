package org.espalier.nas.data.image;

import java.util.List;
import java.util.Objects;

/** Grey-scale images of one size, each with the index of its class. Immutable. */
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

  /** Returns a pixel of an image, in row-major order, from 0 to 255. */
  public int pixel(int image, int position) {
    return image < firstTest()
        ? files.get(0).pixel(image, position)
        : files.get(1).pixel(image - firstTest(), position);
  }
}
