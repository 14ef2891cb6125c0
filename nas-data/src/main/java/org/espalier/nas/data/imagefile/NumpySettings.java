package org.espalier.nas.data.imagefile;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.data.image.NumpyPart;
import org.espalier.nas.data.prepare.Preparation;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@link NumpyDataset}. The names of arrays are those of Keras' {@code mnist.npz},
 * unless given.
 *
 * @param file an archive of {@code numpy.savez}, or a folder of files of {@code numpy.save}
 * @param images name of the array of images
 * @param labels name of the array of their labels
 * @param validationImages name of the images of the validation part; absent: {@code x_val} if there
 *     is one
 * @param validationLabels name of their labels; absent: {@code y_val}
 * @param testImages name of the images of the test part; absent: {@code x_test} if there is one
 * @param testLabels name of their labels; absent: {@code y_test}
 * @param classNames names of the classes in the order of their numbers; empty: the numbers
 * @param prepare preparation of the data
 */
public record NumpySettings(
    @Description("File of numpy.savez, or folder of files of numpy.save.") @Example("mnist.npz")
        Path file,
    @Default("x_train") @Description("Name of the array of images.") String images,
    @Default("y_train") @Description("Name of the array of their labels.") String labels,
    @Nullable @Description("Images of the validation part; absent: x_val if there is one.")
        String validationImages,
    @Nullable @Description("Labels of the validation part; absent: y_val.") String validationLabels,
    @Nullable @Description("Images of the test part; absent: x_test if there is one.")
        String testImages,
    @Nullable @Description("Labels of the test part; absent: y_test.") String testLabels,
    @Default("[]") @Description("Names of the classes, in the order of their numbers.")
        List<String> classNames,
    @Default("{}") @Description("Preparation of the data: scaling, split.") Preparation prepare) {

  /** Checks the names. */
  public NumpySettings {
    Objects.requireNonNull(file);
    Objects.requireNonNull(images);
    Objects.requireNonNull(labels);
    classNames = ClassList.checked(classNames);
    Objects.requireNonNull(prepare);
  }

  /** Returns the arrays to train on. */
  NumpyPart training() {
    return new NumpyPart(images, labels, false);
  }

  /** Returns the arrays of the validation part. */
  NumpyPart validation() {
    return part(validationImages, "x_val", validationLabels, "y_val");
  }

  /** Returns the arrays of the test part. */
  NumpyPart test() {
    return part(testImages, "x_test", testLabels, "y_test");
  }

  private static NumpyPart part(
      @Nullable String images, String usual, @Nullable String labels, String usualLabels) {
    return new NumpyPart(
        images == null ? usual : images, labels == null ? usualLabels : labels, images == null);
  }

  /** Returns these settings with the standard preparation. */
  NumpySettings unprepared() {
    return new NumpySettings(
        file,
        images,
        labels,
        validationImages,
        validationLabels,
        testImages,
        testLabels,
        classNames,
        Preparation.standard());
  }
}
