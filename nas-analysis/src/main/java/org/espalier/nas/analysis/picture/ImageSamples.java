package org.espalier.nas.analysis.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;

/**
 * Examples of the images that a network is trained on.
 *
 * @param classes the classes shown
 * @param hidden the number of classes that are not shown
 */
public record ImageSamples(List<ClassSamples> classes, int hidden) {
  /** The largest number of images of a class. */
  public static final int MOST_IMAGES = 8;

  private static final int MOST_CLASSES = 20;

  /** Copies. */
  public ImageSamples {
    classes = List.copyOf(classes);
  }

  /** Returns no samples: the data are no images. */
  public static ImageSamples none() {
    return new ImageSamples(List.of(), 0);
  }

  /** Returns the first twenty of these classes. */
  public static ImageSamples first(List<ClassSamples> classes) {
    int shown = Math.min(MOST_CLASSES, classes.size());
    return new ImageSamples(classes.subList(0, shown), classes.size() - shown);
  }

  /**
   * Returns the first images of each of the first twenty classes; of images without classes, the
   * first ones of all.
   *
   * @param training the training part
   * @param task the kind of prediction
   */
  public static ImageSamples of(Examples training, Task task) {
    Optional<Pixels> pixels = training.pixels();
    if (pixels.isEmpty() || training.size() == 0) {
      return none();
    }
    List<String> names =
        task instanceof Task.Classification classification ? classification.classes() : List.of("");
    Map<Integer, List<Picture>> pictures = new TreeMap<>();
    int open = Math.min(MOST_CLASSES, names.size());
    for (int example = 0; example < training.size() && open > 0; example++) {
      int index = names.size() == 1 ? 0 : (int) training.target(example);
      if (index < MOST_CLASSES) {
        List<Picture> ofClass = pictures.computeIfAbsent(index, c -> new ArrayList<>());
        if (ofClass.size() < MOST_IMAGES) {
          ofClass.add(Picture.of(pixels.get(), example));
          open -= ofClass.size() == MOST_IMAGES ? 1 : 0;
        }
      }
    }
    List<ClassSamples> classes = new ArrayList<>();
    pictures.forEach(
        (index, ofClass) -> classes.add(new ClassSamples(names.get(index), ofClass, List.of())));
    return new ImageSamples(classes, Math.max(0, names.size() - MOST_CLASSES));
  }
}
