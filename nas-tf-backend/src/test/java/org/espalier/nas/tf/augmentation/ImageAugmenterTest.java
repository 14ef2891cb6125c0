package org.espalier.nas.tf.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.tf.training.ImageDataset;
import org.espalier.nas.tf.training.TableDataset;
import org.junit.jupiter.api.Test;

class ImageAugmenterTest {
  private static final TensorShape SHAPE = TensorShape.of(6, 8, 3);
  private static final Examples IMAGES = ImageDataset.of(SHAPE, 4, 30, 1).examples(Part.TRAINING);
  private static final Augmentation ALL = new Augmentation(Flip.BOTH, 2, 20, 3, 0.4);

  private static ImageAugmenter.Epoch epoch(long seed, int number) {
    return new ImageAugmenter(ALL, IMAGES).epoch(new RandomStreams(seed), number);
  }

  private static float[] read(ImageAugmenter.Epoch epoch, int image) {
    float[] values = new float[SHAPE.size()];
    epoch.read(image, values, 0);
    return values;
  }

  @Test
  void changesDependOnImageEpochAndSeedOnly() {
    ImageAugmenter.Epoch forwards = epoch(1, 3);
    float[][] images =
        IntStream.range(0, 30).mapToObj(i -> read(forwards, i)).toArray(float[][]::new);
    ImageAugmenter.Epoch backwards = epoch(1, 3);
    for (int i = 29; i >= 0; i--) {
      assertThat(read(backwards, i)).isEqualTo(images[i]);
      assertThat(read(epoch(1, 4), i)).isNotEqualTo(images[i]);
      assertThat(read(epoch(2, 3), i)).isNotEqualTo(images[i]);
    }
  }

  @Test
  void pairsDependOnBatchEpochAndSeedOnly() {
    MixedPairs pairs = epoch(1, 3).pairs(5, 20).orElseThrow();
    ImageAugmenter.Epoch again = epoch(1, 3);
    assertThat(again.pairs(4, 20).orElseThrow().partners()).isNotEqualTo(pairs.partners());
    assertThat(again.pairs(5, 20).orElseThrow().partners()).isEqualTo(pairs.partners());
    assertThat(again.pairs(5, 20).orElseThrow().share()).isEqualTo(pairs.share());
    assertThat(epoch(1, 4).pairs(5, 20).orElseThrow().partners()).isNotEqualTo(pairs.partners());
    assertThat(epoch(2, 3).pairs(5, 20).orElseThrow().partners()).isNotEqualTo(pairs.partners());
  }

  @Test
  void changedBytesAreScaledAsTheImageIs() {
    Augmentation flip = new Augmentation(Flip.HORIZONTAL, 0, 0, 0, 0);
    ImageAugmenter.Epoch epoch = new ImageAugmenter(flip, IMAGES).epoch(new RandomStreams(1), 1);
    assertThat(epoch.pairs(0, 10)).isEmpty();
    boolean mirrored = false;
    for (int image = 0; image < 10; image++) {
      float[] original = new float[SHAPE.size()];
      IMAGES.read(image, original, 0);
      float[] flipped = new float[SHAPE.size()];
      for (int i = 0; i < flipped.length; i++) {
        int row = i / 24;
        int column = i / 3 % 8;
        flipped[i] = original[row * 24 + (7 - column) * 3 + i % 3];
      }
      float[] changed = read(epoch, image);
      assertThat(changed).isIn(original, flipped);
      mirrored |= changed[0] == flipped[0] && changed[0] != original[0];
    }
    assertThat(mirrored).isTrue();
  }

  @Test
  void cutoutHasTheMeanColourOfTheTrainingPart() {
    byte[] levels = {10, 100, 20, (byte) 200, 30, (byte) 220, 41, (byte) 250};
    Pixels pixels =
        new Pixels(
            TensorShape.of(2, 2, 2), levels, new int[] {0}, new double[2], new double[] {1, 1});
    ImageAugmenter.Epoch epoch =
        new ImageAugmenter(
                new Augmentation(Flip.NONE, 0, 0, 1, 0), new Examples(pixels, new float[1]))
            .epoch(new RandomStreams(1), 1);
    float[] changed = new float[8];
    epoch.read(0, changed, 0);
    int covered = 0;
    for (int i = 0; i < 8; i += 2) {
      if (changed[i] != levels[i]) {
        assertThat(changed[i]).isEqualTo(25);
        assertThat(changed[i + 1]).isEqualTo(193);
        covered++;
      }
    }
    assertThat(covered).isEqualTo(1);
  }

  @Test
  void tablesAreRefused() {
    Examples table = TableDataset.blobs(2, TensorShape.of(4), 5, 1).examples(Part.TRAINING);
    assertThatThrownBy(() -> new ImageAugmenter(ALL, table))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("rows of 4 numbers");
  }
}
