package org.espalier.nas.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.espalier.nas.api.InvalidDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Test of a file that NumPy wrote: {@code x_train} has 6 images of 2×3×3 unsigned bytes, the value
 * being 50·image + 20·row + 6·column + 2·channel modulo 256; labels are 0, 1, 2, 0, 1, 2; other
 * arrays are conversions.
 */
class NumpyReaderTest {
  private static final NumpyPart NO_VALIDATION = new NumpyPart("x_val", "y_val", true);
  private static final NumpyPart NO_TEST = new NumpyPart("none", "none", true);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void copy() throws IOException {
    file = folder.resolve("arrays.npz");
    try (InputStream in = getClass().getResourceAsStream("arrays.npz")) {
      Files.write(file, Objects.requireNonNull(in).readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x_train", "fortran", "unit", "unit64", "levels", "short"})
  void allFormsOfAnArrayGiveTheSameBytes(String images) {
    LabelledImages read = read(images, "y_train");
    assertThat(List.of(read.height(), read.width(), read.channels())).containsExactly(2, 3, 3);
    assertThat(read.size()).isEqualTo(6);
    assertThat(read.classes()).containsExactly("0", "1", "2");
    for (int image = 0; image < 6; image++) {
      assertThat(read.label(image)).isEqualTo(image % 3);
      for (int i = 0; i < 18; i++) {
        assertThat(read.pixel(image, i))
            .isEqualTo((image * 50 + i / 9 * 20 + i / 3 % 3 * 6 + i % 3 * 2) % 256);
      }
    }
  }

  @Test
  void greyImagesHaveOneChannelAndBooleansAreBlackAndWhite() {
    assertThat(read("grey", "real").channels()).isEqualTo(1);
    assertThat(read("grey", "real").pixel(1, 5)).isEqualTo(82);
    assertThat(read("truth", "real").pixel(1, 5)).isZero();
    assertThat(read("truth", "real").pixel(2, 5)).isEqualTo(255);
  }

  @Test
  void theTestPartHasArraysOfItsOwn() {
    LabelledImages read =
        new NumpyReader(List.of("a", "b", "c"))
            .read(
                file,
                new NumpyPart("x_train", "y_train", false),
                NO_VALIDATION,
                new NumpyPart("x_test", "y_test", true));
    assertThat(read.firstTest()).isEqualTo(6);
    assertThat(read.firstValidation()).isEqualTo(6);
    assertThat(read.size()).isEqualTo(12);
    assertThat(read.label(6)).isEqualTo(2);
    assertThat(read.pixel(6, 0)).isEqualTo(253);
    assertThat(read.classes()).containsExactly("a", "b", "c");
  }

  @Test
  void aFolderOfArraysIsReadAsAnArchive() throws IOException {
    Path arrays = Files.createDirectory(folder.resolve("arrays"));
    Files.write(arrays.resolve("x_train.npy"), entry("fortran"));
    Files.write(arrays.resolve("y_train.npy"), entry("y_train"));
    LabelledImages read =
        new NumpyReader(List.of())
            .read(arrays, new NumpyPart("x_train", "y_train", false), NO_VALIDATION, NO_TEST);
    assertThat(read.pixel(5, 17)).isEqualTo((250 + 20 + 12 + 4) % 256);
    assertThatThrownBy(
            () ->
                new NumpyReader(List.of())
                    .read(
                        arrays.resolve("x_train.npy"),
                        new NumpyPart("x_train", "y_train", false),
                        NO_VALIDATION,
                        NO_TEST))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            arrays.resolve("x_train.npy")
                + " is a single array; set file to its folder, and images and labels to the names"
                + " of arrays in it without .npy.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signed | y_train | : signed has the value -1.0 in image 0; pixels must lie between 0 and 255. Convert them, for example by ((x - x.min()) * (255 / (x.max() - x.min()))).astype('uint8').",
        "first | y_train | : first has the shape 6×3×6×9, whose last size (9) is too large for channels (1 to 4). Convert it by transpose(0, 2, 3, 1).",
        "flat | y_train | : flat has the shape 6×18; images are number × height × width, or number × height × width × channels. Convert it by reshape.",
        "zero | y_train | : zero has the shape 0×2×3×3; images are number × height × width, or number × height × width × channels. Convert it by reshape.",
        "objects | y_train | : objects has values of the type O; convert them by astype to uint8 for images, or to int64 for labels.",
        "half | y_train | : half has values of the type f2; convert them by astype to uint8 for images, or to int64 for labels.",
        "x_train | hot | : hot has the shape 6×3; labels are one number for each image. Convert it by argmax(axis=1).",
        "x_train | wrong | : wrong has the label -1 at index 0; labels must be whole numbers from 0 to 65535.",
        "x_train | fraction | : fraction has the label 0.5 at index 0; labels must be whole numbers from 0 to 65535.",
        "x_train | short_labels | : short_labels has 4 labels for 6 images; they must be as many.",
        "x_train | grey | : grey has the shape 6×2×3; labels are one number for each image.",
        "x_train | same | has the label 0 only; at least two are needed.",
        "x_trian | y_train | has no array x_trian; it has first, flat, fortran, fraction, grey, half, hot, levels, objects, real, same, short, short_labels, signed, truth, unit, unit64, wrong, x_test, x_train, y_test, y_train, zero. Did you mean x_train?",
      })
  void whatCannotBeReadIsNamedWithTheFileAndTheArray(String images, String labels, String message) {
    assertThatThrownBy(() -> read(images, labels))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(file + (message.startsWith(":") ? "" : " ") + message);
  }

  @Test
  void aLabelMustBeOneOfTheNamedClasses() {
    NumpyPart training = new NumpyPart("x_train", "y_train", false);
    NumpyReader reader = new NumpyReader(List.of("a", "b"));
    assertThatThrownBy(() -> reader.read(file, training, NO_VALIDATION, NO_TEST))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            file
                + ": y_train has the label 2 at index 2; labels must be whole numbers from 0 to"
                + " 1.");
  }

  @Test
  void partsMustHaveImagesOfOneSizeAndOneRange() {
    NumpyReader reader = new NumpyReader(List.of());
    NumpyPart training = new NumpyPart("unit", "y_train", false);
    assertThatThrownBy(
            () ->
                reader.read(file, training, NO_VALIDATION, new NumpyPart("grey", "y_train", false)))
        .hasMessage(file + ": grey has images of 2×3×1, but those to train on are 2×3×3.");
    assertThatThrownBy(
            () ->
                reader.read(
                    file, training, NO_VALIDATION, new NumpyPart("levels", "y_train", false)))
        .hasMessageStartingWith(
            file + ": levels has the value 2.25 in image 0; pixels must lie between 0 and 1.");
  }

  @Test
  void damagedFilesAreNamed() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> read("x_train", "y_train"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(file + " is no intact archive of numpy.savez; write or fetch it again.");
    Files.delete(file);
    assertThatThrownBy(() -> read("x_train", "y_train"))
        .hasMessage(file + " cannot be read: there is no such file.");
  }

  @Test
  void anArrayWithTooFewOrTooManyBytesIsNamed() throws IOException {
    byte[] array = entry("x_train");
    fails(
        Arrays.copyOf(array, array.length - 1),
        "must hold 108 bytes for its 6×2×3×3 values; it holds 107. Write it again.");
    fails(
        Arrays.copyOf(array, array.length + 1),
        "must hold 108 bytes for its 6×2×3×3 values; it holds more. Write it again.");
    byte[] real = entry("unit");
    fails(
        Arrays.copyOf(real, real.length - 3),
        "must hold 432 bytes for its 6×2×3×3 values; it holds 429. Write it again.");
    fails(Arrays.copyOf(array, 60), "ends within its head; write it again.");
    fails(
        "PK".getBytes(StandardCharsets.US_ASCII),
        "is no NumPy array; write it by numpy.save or numpy.savez.");
  }

  private void fails(byte[] bytes, String message) {
    assertThatThrownBy(
            () -> {
              NumpyImages images =
                  NumpyImages.of(NpyArray.of("a.npy", () -> new ByteArrayInputStream(bytes)));
              images.read(images.factor(), new int[6]);
            })
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("a.npy " + message);
  }

  private LabelledImages read(String images, String labels) {
    return new NumpyReader(List.of())
        .read(file, new NumpyPart(images, labels, false), NO_VALIDATION, NO_TEST);
  }

  private byte[] entry(String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals(name + ".npy")) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          in.transferTo(bytes);
          return bytes.toByteArray();
        }
      }
    }
    throw new IllegalStateException(name);
  }
}
