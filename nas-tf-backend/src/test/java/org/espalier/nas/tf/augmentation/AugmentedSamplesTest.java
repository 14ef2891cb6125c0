package org.espalier.nas.tf.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.AugmentedSample;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.training.ImageDataset;
import org.espalier.nas.tf.training.TableDataset;
import org.junit.jupiter.api.Test;

class AugmentedSamplesTest {
  private static final TensorShape SHAPE = TensorShape.of(6, 8, 1);
  private static final TableDataset IMAGES = ImageDataset.of(SHAPE, 3, 60, 5);
  private static final Examples TRAINING = IMAGES.examples(Part.TRAINING);
  private static final Augmentation MIRROR = new Augmentation(Flip.HORIZONTAL, 0, 0, 0, 0);

  @Test
  void eachClassHasItsOwnImages() {
    Map<String, List<AugmentedSample>> samples = AugmentedSamples.of(IMAGES, MIRROR, 5, 1);
    assertThat(samples).containsOnlyKeys("class 0", "class 1", "class 2");
    samples.forEach(
        (name, own) -> {
          assertThat(own).hasSize(5);
          assertThat(own.stream().map(AugmentedSample::example)).doesNotHaveDuplicates();
          assertThat(own)
              .allSatisfy(
                  sample -> {
                    assertThat(name).isEqualTo("class " + (int) TRAINING.target(sample.example()));
                    assertThat(sample.shape()).isEqualTo(SHAPE);
                    assertThat(sample.augmented())
                        .isIn(sample.original(), mirrored(sample.original()));
                  });
        });
    assertThat(samples.values().stream().flatMap(List::stream))
        .anySatisfy(
            sample -> assertThat(sample.augmented()).isEqualTo(mirrored(sample.original())));
  }

  private static byte[] mirrored(byte[] image) {
    byte[] mirrored = new byte[image.length];
    for (int i = 0; i < image.length; i++) {
      mirrored[i] = image[i / 8 * 8 + 7 - i % 8];
    }
    return mirrored;
  }

  @Test
  void originalsAreThePixelsOfTheImage() {
    AugmentedSample sample = AugmentedSamples.of(IMAGES, MIRROR, 1, 1).get("class 0").get(0);
    for (int i = 0; i < SHAPE.size(); i++) {
      assertThat(Byte.toUnsignedInt(sample.original()[i]))
          .isEqualTo(TRAINING.pixels().orElseThrow().level(sample.example(), i));
    }
  }

  @Test
  void withoutChangesTheCopyIsEqual() {
    AugmentedSamples.of(IMAGES, Augmentation.none(), 2, 1)
        .values()
        .forEach(
            own ->
                assertThat(own)
                    .allSatisfy(
                        sample -> assertThat(sample.augmented()).isEqualTo(sample.original())));
  }

  @Test
  void mixedImagesLieBetweenTwo() {
    Augmentation mixup = new Augmentation(Flip.NONE, 0, 0, 0, 8);
    List<AugmentedSample> samples = AugmentedSamples.of(IMAGES, mixup, 4, 1).get("class 1");
    assertThat(samples)
        .allSatisfy(sample -> assertThat(sample.augmented()).isNotEqualTo(sample.original()));
    AugmentedSamples.of(IMAGES, mixup, 4, 1)
        .get("class 1")
        .forEach(
            sample ->
                assertThat(samples)
                    .anySatisfy(
                        other -> assertThat(other.augmented()).isEqualTo(sample.augmented())));
  }

  @Test
  void aClassWithFewImagesGivesAll() {
    Map<String, List<AugmentedSample>> samples =
        AugmentedSamples.of(IMAGES, Augmentation.none(), 100, 1);
    assertThat(samples.values().stream().mapToInt(List::size).sum()).isEqualTo(60);
  }

  @Test
  void imagesWithoutClassesAreOneGroup() {
    TableDataset ages = IMAGES.withTask(new Task.Regression("age"));
    assertThat(AugmentedSamples.of(ages, MIRROR, 7, 1))
        .containsOnlyKeys("age")
        .allSatisfy((name, own) -> assertThat(own).hasSize(7));
  }
}
