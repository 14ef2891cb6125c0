package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.image.ImageFile;
import org.espalier.nas.data.image.LabelledImages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePreparationTest {
  private static final Split PLAIN = Split.standard();

  @Test
  void everyPartHasTheSharesOfTheClasses() {
    PreparedDataset dataset = RandomImages.prepare(RandomImages.whole(600), PLAIN, 1);

    assertThat(classes(dataset, Part.TRAINING)).containsExactly(210, 140, 70);
    assertThat(classes(dataset, Part.VALIDATION)).containsExactly(30, 20, 10);
    assertThat(classes(dataset, Part.TEST)).containsExactly(60, 40, 20);
    assertThat(images(List.of(dataset), Part.values())).hasSize(600).doesNotHaveDuplicates();
  }

  @Test
  void theSeedOfTheSplitDecides() {
    LabelledImages images = RandomImages.whole(120);
    String hash = RandomImages.prepare(images, PLAIN, 1).info().hash();

    assertThat(RandomImages.prepare(images, PLAIN, 1).info().hash()).isEqualTo(hash);
    assertThat(RandomImages.prepare(images, PLAIN, 2).info().hash()).isNotEqualTo(hash);
    Split seeded = Split.random(0.1, 0.2, true, 7L);
    assertThat(RandomImages.prepare(images, seeded, 1).info())
        .isEqualTo(RandomImages.prepare(images, seeded, 2).info());
  }

  @Test
  void partsOfTheirOwnAreUsedAsTheyAre() {
    ImageFile training = RandomImages.file(60, 1);
    ImageFile validation = RandomImages.file(12, 2);
    ImageFile test = RandomImages.file(30, 3);
    PreparedDataset all = RandomImages.prepare(of(training, validation, test), PLAIN, 1);
    assertSame(all.examples(Part.TRAINING), training);
    assertSame(all.examples(Part.VALIDATION), validation);
    assertSame(all.examples(Part.TEST), test);

    PreparedDataset split = RandomImages.prepare(of(training, null, test), PLAIN, 1);
    assertThat(split.info().sizes())
        .isEqualTo(Map.of(Part.TRAINING, 54, Part.VALIDATION, 6, Part.TEST, 30));
    assertSame(split.examples(Part.TEST), test);
    assertThat(classes(split, Part.VALIDATION)).containsExactly(3, 2, 1);
  }

  @Test
  void theTestPartIsSplitOffWhereOnlyTheValidationPartIsOfItsOwn() {
    ImageFile validation = RandomImages.file(12, 2);
    LabelledImages images = of(RandomImages.file(60, 1), validation, null);
    PreparedDataset dataset = RandomImages.prepare(images, PLAIN, 1);

    assertSame(dataset.examples(Part.VALIDATION), validation);
    assertThat(classes(dataset, Part.TRAINING)).containsExactly(24, 16, 8);
    assertThat(classes(dataset, Part.TEST)).containsExactly(6, 4, 2);
    assertThat(images(List.of(dataset), Part.values())).hasSize(72).doesNotHaveDuplicates();
    assertThat(RandomImages.prepare(images, PLAIN, 2).info().hash())
        .isNotEqualTo(dataset.info().hash());
  }

  @Test
  void eachImageOutsideTheTestPartIsInTheValidationPartOfOneFold() {
    ImageFile test = RandomImages.file(30, 3);
    PreparedDataset dataset =
        RandomImages.prepare(of(RandomImages.file(60, 1), null, test), PLAIN.withFolds(4), 1);

    List<Dataset> folds = dataset.folds();
    assertThat(folds).hasSize(4);
    assertThat(images(folds, Part.VALIDATION)).hasSize(60).doesNotHaveDuplicates();
    for (Dataset fold : folds) {
      assertThat(fold.info().sizes())
          .isEqualTo(Map.of(Part.TRAINING, 45, Part.VALIDATION, 15, Part.TEST, 30));
      assertSame(fold.examples(Part.TEST), test);
      assertFitted(fold);
    }
    assertThat(Described.images(folds.get(0)).channels())
        .isNotEqualTo(Described.images(folds.get(1)).channels());
    assertThat(RandomImages.prepare(RandomImages.whole(60), PLAIN.withFolds(4), 1).info().sizes())
        .isEqualTo(Map.of(Part.TRAINING, 36, Part.VALIDATION, 12, Part.TEST, 12));
  }

  @Test
  void eachChannelIsScaledByItsOwnMomentsOfTheTrainingPart() {
    assertFitted(RandomImages.prepare(RandomImages.whole(60), PLAIN, 1));
  }

  @Test
  void theScalingIsDescribed() {
    LabelledImages images = RandomImages.whole(60);
    DatasetInfo.Channel fitted =
        Described.images(RandomImages.prepare(images, PLAIN, 1)).channels().get(1);
    assertThat(fitted.shift()).isEqualTo(fitted.mean()).isBetween(110.0, 145.0);
    assertThat(fitted.scale()).isEqualTo(fitted.deviation()).isBetween(65.0, 80.0);
    for (Scaling scaling : List.of(Scaling.NONE, Scaling.MIN_MAX)) {
      DatasetInfo.Image info =
          Described.images(
              PreparedDataset.of(
                  images, Preparation.standard().with(scaling), new RandomStreams(1)));
      double scale = scaling == Scaling.NONE ? 1 : 255;
      assertThat(info.channels().get(1))
          .isEqualTo(new DatasetInfo.Channel(fitted.mean(), fitted.deviation(), 0, scale));
    }
  }

  @Test
  void aConstantChannelIsOnlyShifted() {
    byte[] pixels = new byte[20];
    Arrays.fill(pixels, (byte) 200);
    int[] labels = IntStream.range(0, 20).map(i -> i % 2).toArray();
    LabelledImages images =
        new LabelledImages(
            "grey", "kind", List.of("a", "b"), List.of(new ImageFile(1, 1, 1, pixels, labels)));
    PreparedDataset dataset = RandomImages.prepare(images, PLAIN, 1);

    assertThat(Described.images(dataset).channels())
        .containsExactly(new DatasetInfo.Channel(200, 0, 200, 1));
    assertThat(dataset.examples(Part.TEST).features().get(0)).isZero();
  }

  @Test
  void settingsThatImagesDoNotHaveAreRefused() {
    LabelledImages images = RandomImages.whole(60);
    assertRefused(
        images,
        Preparation.standard().with(new Split(SplitRule.GROUP, "x", 0.1, 0.2, true, null, null)),
        "prepare.split.by (group) needs a column, but noise has images; remove it.");
    assertRefused(
        images,
        Preparation.standard().with(Duplicates.DROP),
        "prepare.duplicates (drop) cannot be used with the images of noise; remove it, and remove the images that the audit names.");
    assertRefused(
        of(RandomImages.file(60, 1), RandomImages.file(12, 2), null),
        Preparation.standard().with(PLAIN.withFolds(5)),
        "prepare.split.folds (5) cannot be used, because noise has a validation part of its own; remove one of them.");
  }

  @Test
  void aFileReadsBackEqual(@TempDir Path folder) throws IOException {
    ImageFile training = RandomImages.file(60, 1);
    for (PreparedDataset dataset :
        List.of(
            RandomImages.prepare(RandomImages.whole(60), PLAIN, 1),
            RandomImages.prepare(RandomImages.whole(60), PLAIN.withFolds(3), 1),
            RandomImages.prepare(of(training, null, RandomImages.file(9, 2)), PLAIN, 1),
            RandomImages.prepare(of(training, RandomImages.file(9, 2), null), PLAIN, 1),
            RandomImages.prepare(
                of(training, RandomImages.file(9, 2), RandomImages.file(6, 3)), PLAIN, 1))) {
      Path file = folder.resolve("data");
      PreparedFile.write(file, dataset);
      PreparedDataset read = PreparedFile.read(file);
      assertEqual(read, dataset);
      assertThat(read.audit()).isEqualTo(dataset.audit());
      assertThat(read.folds()).hasSameSizeAs(dataset.folds());
      for (int fold = 0; fold < read.folds().size(); fold++) {
        assertEqual(read.folds().get(fold), dataset.folds().get(fold));
      }
      assertThat(PreparedFile.size(dataset))
          .isEqualTo((long) images(List.of(dataset), Part.values()).size() * 90);
    }
  }

  private static void assertEqual(Dataset read, Dataset written) {
    assertThat(read.info()).isEqualTo(written.info());
    for (Part part : Part.values()) {
      assertThat(read.examples(part).pixels()).isPresent();
      assertThat(read.examples(part).features()).isEqualTo(written.examples(part).features());
      assertThat(read.examples(part).targets()).isEqualTo(written.examples(part).targets());
    }
  }

  private static void assertRefused(LabelledImages images, Preparation wanted, String message) {
    assertThatThrownBy(() -> PreparedDataset.of(images, wanted, new RandomStreams(1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(message);
  }

  private static LabelledImages of(
      ImageFile training, @Nullable ImageFile validation, @Nullable ImageFile test) {
    return LabelledImages.of("noise", "kind", RandomImages.CLASSES, training, validation, test);
  }

  private static void assertFitted(Dataset dataset) {
    Examples training = dataset.examples(Part.TRAINING);
    int channels = RandomImages.CHANNELS;
    double[] sums = new double[2 * channels];
    float[] image = new float[training.shape().size()];
    for (int i = 0; i < training.size(); i++) {
      training.read(i, image, 0);
      for (int j = 0; j < image.length; j++) {
        sums[j % channels] += image[j];
        sums[channels + j % channels] += image[j] * image[j];
      }
    }
    double count = training.size() * image.length / (double) channels;
    for (int channel = 0; channel < channels; channel++) {
      assertThat(sums[channel] / count).isCloseTo(0, within(1e-6));
      assertThat(sums[channels + channel] / count).isCloseTo(1, within(1e-6));
    }
  }

  private static void assertSame(Examples part, ImageFile file) {
    assertThat(part.size()).isEqualTo(file.size());
    Pixels pixels = part.pixels().orElseThrow();
    byte[] read = new byte[part.shape().size()];
    byte[] original = new byte[read.length];
    for (int i = 0; i < file.size(); i++) {
      pixels.levels(i, read, 0);
      file.pixels().read(i, original, 0);
      assertThat(read).isEqualTo(original);
      assertThat(part.target(i)).isEqualTo(file.label(i));
    }
  }

  private static int[] classes(Dataset dataset, Part part) {
    int[] counts = new int[RandomImages.CLASSES.size()];
    for (int i = 0; i < dataset.examples(part).size(); i++) {
      counts[(int) dataset.examples(part).target(i)]++;
    }
    return counts;
  }

  /** Returns the pixels of all images of parts. */
  private static List<String> images(List<? extends Dataset> datasets, Part... parts) {
    List<String> images = new ArrayList<>();
    for (Dataset dataset : datasets) {
      for (Part part : parts) {
        Pixels pixels = dataset.examples(part).pixels().orElseThrow();
        byte[] levels = new byte[pixels.shape().size()];
        for (int i = 0; i < pixels.size(); i++) {
          pixels.levels(i, levels, 0);
          images.add(Arrays.toString(levels));
        }
      }
    }
    return images;
  }
}
