package org.espalier.nas.data.imagefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.image.BrokenFiles;
import org.espalier.nas.data.image.ClassFolders;
import org.espalier.nas.data.image.ImageColor;
import org.espalier.nas.data.image.ImageFolderReader;
import org.espalier.nas.data.image.ImageLayout;
import org.espalier.nas.data.image.ImageOrigin;
import org.espalier.nas.data.image.LabelledImages;
import org.espalier.nas.data.image.ResizeMode;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Scaling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderDatasetTest {
  private static final Preparation UNIT = Preparation.standard().with(Scaling.MIN_MAX);

  @TempDir private Path temporary;
  private Path flowers;

  @BeforeEach
  void create() throws IOException {
    flowers = Files.createDirectory(temporary.resolve("flowers"));
  }

  @Test
  void foldersAreClassesInNaturalOrder() throws IOException {
    for (String name : List.of("10", "9", "tulip", "Rose", "lily")) {
      for (int i = 0; i < 12; i++) {
        write(flowers, name, "img" + i + ".png", 4, 4, i);
      }
    }
    Files.writeString(flowers.resolve("README.txt"), "Only folders are classes.");
    Files.write(flowers.resolve("lily").resolve(".DS_Store"), new byte[3]);
    Files.write(flowers.resolve("lily").resolve("Thumbs.db"), new byte[3]);
    Dataset dataset = open(settings(List.of()));
    assertThat(dataset.info().name()).isEqualTo("flowers");
    assertThat(dataset.info().task())
        .isEqualTo(new Task.Classification("class", List.of("9", "10", "lily", "Rose", "tulip")));
    assertThat(dataset.info().input()).isEqualTo(TensorShape.of(4, 4, 3));
    assertThat(dataset.info().sizes().values()).containsExactly(42, 6, 12);
  }

  @Test
  void imagesOfSeveralSizesAreResizedOneByOne() throws IOException {
    LabelledImages images = readMixed(ImageColor.RGB);
    assertThat(images.size()).isEqualTo(4);
    assertThat(List.of(images.height(), images.width(), images.channels()))
        .containsExactly(2, 3, 3);
    assertThat(IntStream.range(0, 4).map(images::label)).containsExactly(0, 0, 1, 1);
    assertThat(IntStream.range(0, 4).map(i -> images.pixel(i, 0))).containsExactly(1, 2, 3, 4);
    assertThat(IntStream.range(0, 4).map(i -> images.pixel(i, 2)))
        .containsExactly(101, 102, 103, 104);
    assertThat(images.files().get(0).origins())
        .extracting(ImageOrigin::shape)
        .containsExactly(
            TensorShape.of(4, 6, 3),
            TensorShape.of(7, 5, 3),
            TensorShape.of(2, 3, 3),
            TensorShape.of(1, 2, 3));
    LabelledImages grey = readMixed(ImageColor.GREY);
    assertThat(grey.channels()).isEqualTo(1);
    assertThat(grey.pixel(0, 0)).isEqualTo((int) Math.round(0.299 + 0.114 * 101));
  }

  private LabelledImages readMixed(ImageColor color) throws IOException {
    write(flowers, "a", "1.png", 4, 6, 1);
    write(flowers, "a", "2.png", 7, 5, 2);
    write(flowers, "b", "1.png", 2, 3, 3);
    write(flowers, "b", "2.png", 1, 2, 4);
    ImageLayout layout =
        new ImageLayout(List.of(2, 3), ResizeMode.STRETCH, color, BrokenFiles.ERROR);
    return new ImageFolderReader(layout, bytes -> {})
        .read("flowers", ClassFolders.of(flowers), null, null);
  }

  @Test
  void partsMayHaveFoldersOfTheirOwn() throws IOException {
    Path test = temporary.resolve("unseen");
    for (int i = 0; i < 10; i++) {
      write(flowers, "a", i + ".png", 2, 2, i);
      write(flowers, "b", i + ".png", 2, 2, i + 20);
    }
    write(test, "b", "x.png", 2, 2, 77);
    Dataset dataset = open(withParts(null, test));
    assertThat(dataset.info().sizes().values()).containsExactly(18, 2, 1);
    assertThat(dataset.examples(Part.TEST).target(0)).isEqualTo(1);
    assertThat(dataset.examples(Part.TEST).features().get(0)).isEqualTo(77 / 255f);
  }

  @Test
  void aValidationPartOfItsOwnIsKeptTogether() throws IOException {
    Path judged = temporary.resolve("judged");
    for (int i = 0; i < 20; i++) {
      write(flowers, i % 2 == 0 ? "a" : "b", i + ".png", 2, 2, i);
    }
    write(judged, "b", "x.png", 2, 2, 77);
    assertThat(open(withParts(judged, null)).info().sizes().values()).containsExactly(16, 1, 4);
    Dataset all = open(withParts(judged, judged));
    assertThat(all.info().sizes().values()).containsExactly(20, 1, 1);
    assertThat(all.examples(Part.VALIDATION).features().get(0)).isEqualTo(77 / 255f);
  }

  private ImageFolderSettings withParts(Path validation, Path test) {
    return new ImageFolderSettings(
        flowers,
        validation,
        test,
        List.of(),
        ResizeMode.STRETCH,
        ImageColor.RGB,
        BrokenFiles.ERROR,
        UNIT);
  }

  @Test
  void aClassOfAnotherPartThatTheTrainingPartLacksIsNamed() throws IOException {
    Path test = temporary.resolve("unseen");
    write(flowers, "a", "1.png", 2, 2, 1);
    write(flowers, "b", "1.png", 2, 2, 2);
    write(test, "c", "1.png", 2, 2, 3);
    ImageFolderReader reader = new ImageFolderReader(settings(List.of()).layout(), bytes -> {});
    ClassFolders training = ClassFolders.of(flowers);
    ClassFolders unseen = ClassFolders.of(test);
    assertThatThrownBy(() -> reader.read("flowers", training, null, unseen))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(test + " has the class c, which " + flowers + " lacks.");
    assertThat(reader.read("flowers", training, training, null).firstValidation()).isEqualTo(2);
    assertThat(reader.read("flowers", training, training, null).firstTest()).isEqualTo(4);
    assertThat(reader.read("flowers", training, training, training).pixel(5, 0)).isEqualTo(2);
  }

  @Test
  void brokenFilesAreListedTogetherWithTheWayOut() throws IOException {
    Path good = write(flowers, "a", "good.png", 3, 3, 1);
    write(flowers, "b", "good.png", 3, 3, 2);
    byte[] bytes = Files.readAllBytes(good);
    Path cut = Files.write(flowers.resolve("a").resolve("cut.png"), Arrays.copyOf(bytes, 50));
    Path dot = write(flowers, "b", "dot.png", 1, 1, 3);
    Path text = Files.writeString(flowers.resolve("b").resolve("notes.txt"), "roses");
    fails(
        List.of(),
        "3 files cannot be used as images:\n  "
            + cut
            + ": its PNG data were cut off\n  "
            + dot
            + ": it is a single pixel, which shows nothing\n  "
            + text
            + ": it is neither PNG nor JPEG; convert it to PNG\n"
            + "Repair or delete them, or set brokenFiles to skip.");
  }

  @Test
  void ofManyBrokenFilesTheFirstAreListed() throws IOException {
    write(flowers, "a", "good.png", 3, 3, 1);
    write(flowers, "b", "good.png", 3, 3, 2);
    for (int i = 0; i < 23; i++) {
      Files.write(flowers.resolve("b").resolve("x" + i + ".png"), new byte[0]);
    }
    assertThatThrownBy(() -> open(settings(List.of(3))))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("x9.png: it is empty\n  and 13 more\nRepair");
  }

  @Test
  void brokenFilesCanBeSkippedAndNothingElseIsLost() throws IOException {
    for (int i = 0; i < 4; i++) {
      write(flowers, "a", "img" + i + ".png", 3, 3, 10 + i);
      write(flowers, "b", "img" + i + ".png", 3, 3, 20 + i);
    }
    Path empty = Files.write(flowers.resolve("a").resolve("img1.png"), new byte[0]);
    LabelledImages images =
        new ImageFolderReader(skipping().layout(), bytes -> {})
            .read("flowers", ClassFolders.of(flowers), null, null);
    assertThat(images.skipped()).containsExactly(empty + ": it is empty");
    assertThat(images.place(1)).isEqualTo(flowers.resolve("a").resolve("img2.png").toString());
    assertThat(IntStream.range(0, images.size()).map(i -> images.pixel(i, 0)))
        .containsExactly(10, 12, 13, 20, 21, 22, 23);
    assertThat(IntStream.range(0, images.size()).map(images::label))
        .containsExactly(0, 0, 0, 1, 1, 1, 1);
  }

  @Test
  void aClassOfBrokenFilesOnlyIsAnErrorEvenIfTheyAreSkipped() throws IOException {
    write(flowers, "a", "1.png", 3, 3, 1);
    Path b = Files.createDirectory(flowers.resolve("b"));
    Files.write(b.resolve("1.png"), new byte[0]);
    assertThatThrownBy(() -> open(skipping()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "class b has no images: none of the 1 files in "
                + b
                + " can be used. Repair them, or delete the folder.");
  }

  @Test
  void anEmptyClassIsNamed() throws IOException {
    write(flowers, "rose", "1.png", 3, 3, 1);
    Path tulip = Files.createDirectory(flowers.resolve("tulip"));
    fails(
        List.of(),
        "class tulip has no images: the folder "
            + tulip
            + " is empty. Add images, or delete the folder.");
  }

  @Test
  void severalSizesNeedASetting() throws IOException {
    Path first = write(flowers, "a", "1.png", 3, 3, 1);
    write(flowers, "a", "2.png", 3, 3, 1);
    write(flowers, "a", "dot.png", 1, 1, 1);
    Path second = write(flowers, "b", "1.png", 5, 4, 1);
    fails(
        List.of(),
        "The images have 2 sizes: 3×3 (2, such as "
            + first
            + "), 4×5 (1, such as "
            + second
            + "). Set size, for example to [3, 3] (height and width).");
  }

  @Test
  void aCmykJpegIsDecodedAndWhatIsNoImageOfASaneSizeIsNot() throws IOException {
    write(flowers, "a", "1.png", 24, 24, 1);
    Files.createDirectories(flowers.resolve("b"));
    try (InputStream in = ClassFolders.class.getResourceAsStream("cmyk.jpg")) {
      Files.write(flowers.resolve("b/ink.jpg"), Objects.requireNonNull(in).readAllBytes());
    }
    LabelledImages images =
        new ImageFolderReader(settings(List.of()).layout(), bytes -> {})
            .read("flowers", ClassFolders.of(flowers), null, null);
    assertThat(images.pixel(1, 2)).as("blue of the first pixel").isBetween(250, 255);
  }

  @Test
  void threeHundredClassesKeepTheirLabels() throws IOException {
    byte[] bytes = Files.readAllBytes(write(flowers, "class 0", "1.png", 2, 2, 1));
    for (int i = 0; i < 300; i++) {
      Path folder = Files.createDirectories(flowers.resolve("class " + i));
      Files.write(folder.resolve("1.png"), bytes);
      Files.write(folder.resolve("2.png"), bytes);
    }
    Dataset dataset = open(settings(List.of()));
    assertThat(((Task.Classification) dataset.info().task()).classes())
        .hasSize(300)
        .startsWith("class 0", "class 1", "class 2")
        .endsWith("class 299");
    float largest = 0;
    for (int i = 0; i < dataset.examples(Part.TRAINING).size(); i++) {
      largest = Math.max(largest, dataset.examples(Part.TRAINING).target(i));
    }
    assertThat(largest).isEqualTo(299);
  }

  @Test
  void anotherStructureIsExplained() throws IOException {
    fails(List.of(), flowers + " has no folders; it must have a folder of images for each class.");
    write(flowers, "a", "1.png", 3, 3, 1);
    fails(
        List.of(),
        flowers + " has only the class a; at least two are needed, each a folder of images.");
    write(flowers.resolve("a"), "more", "1.png", 3, 3, 1);
    fails(
        List.of(),
        "%s is a folder in the folder of class a; move its images into %s. Each class is a folder without folders of %s."
            .formatted(flowers.resolve("a/more"), flowers.resolve("a"), flowers));
    Path parts = temporary.resolve("parts");
    write(parts.resolve("train"), "rose", "1.png", 3, 3, 1);
    assertThatThrownBy(() -> ClassFolders.of(parts))
        .hasMessage(
            "%s is a part, not a class: it has the folder rose. Set folder to the folder of the training part, and validationFolder and testFolder to those of the other parts, if there are any."
                .formatted(parts.resolve("train")));
    Path none = temporary.resolve("none");
    assertThatThrownBy(() -> ClassFolders.of(none))
        .hasMessage(none + " cannot be read: there is no such file.");
  }

  @Test
  void namesWithUmlautsMayBeComposedOrNot() throws IOException {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
    write(flowers, "gänseblümchen", "schön.png", 2, 2, 1);
    write(flowers, "tulpe", "1.png", 2, 2, 1);
    assertThat(ClassFolders.of(flowers).files().get(0).getFileName()).hasToString("schön.png");
    write(flowers, "ga\u0308nseblümchen", "1.png", 2, 2, 1);
    assertThatThrownBy(() -> ClassFolders.of(flowers))
        .hasMessage(
            flowers
                + " has two folders named gänseblümchen, whose umlauts or accents are encoded"
                + " differently. Merge them.");
  }

  /** The replacement character stands for bytes that are no text in the encoding of the process. */
  @Test
  void aNameThatCannotBeReadIsAnErrorWithTheWayOut() throws IOException {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")));
    write(flowers, "k\ufffdse", "1.png", 2, 2, 1);
    fails(
        List.of(),
        flowers
            + " has a folder whose name (k\ufffdse) cannot be read in the character encoding of this"
            + " process; set the environment variable LC_ALL to C.UTF-8.");
  }

  @Test
  void theSizeIsAHeightAndAWidth() {
    assertThat(settings(List.of(32)).layout().size()).containsExactly(32, 32);
    assertThatThrownBy(() -> settings(List.of(1, 2, 3)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("size [1, 2, 3] must be a height and a width, or one number for both.");
  }

  private void fails(List<Integer> size, String message) {
    assertThatThrownBy(() -> open(settings(size)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(message);
  }

  private static Dataset open(ImageFolderSettings settings) {
    return new ImageFolderDataset(
        settings, new RandomStreams(1), PreparedDataCache.inMemory(), DownloadListener.none());
  }

  private ImageFolderSettings settings(List<Integer> size) {
    return new ImageFolderSettings(
        flowers, null, null, size, ResizeMode.STRETCH, ImageColor.RGB, BrokenFiles.ERROR, UNIT);
  }

  private ImageFolderSettings skipping() {
    return new ImageFolderSettings(
        flowers, null, null, List.of(), ResizeMode.STRETCH, ImageColor.RGB, BrokenFiles.SKIP, UNIT);
  }

  /** Writes an image of one colour: red is the shade, blue 100 more. */
  private static Path write(Path folder, String name, String file, int height, int width, int shade)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int rgb = new Color(shade, 0, shade + 100).getRGB();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    Path path = Files.createDirectories(folder.resolve(name)).resolve(file);
    ImageIO.write(image, "png", path.toFile());
    return path;
  }
}
