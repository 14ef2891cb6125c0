package org.espalier.nas.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizerTest {

  @ParameterizedTest
  @CsvSource({"7, 3", "3, 7", "8, 4", "5, 5", "1, 4", "4, 1", "640, 32", "100, 99"})
  void theWeightsOfEachPixelHaveTheSameSumAndUseAllOldOnes(int from, int to) {
    ResampledAxis axis = ResampledAxis.of(from, to);
    boolean[] used = new boolean[from];
    for (int i = 0; i < to; i++) {
      int[] weights = axis.weights(i);
      assertThat(IntStream.of(weights).sum()).isEqualTo(axis.total());
      assertThat(IntStream.of(weights)).allMatch(weight -> weight >= 0);
      for (int j = 0; j < weights.length; j++) {
        used[axis.first(i) + j] = true;
      }
    }
    assertThat(used).containsOnly(true);
  }

  @Test
  void fewerPixelsAreMeansOfTheOldOnes() {
    DecodedImage picture = grey(2, 4, 10, 20, 30, 41, 50, 60, 70, 80);
    assertThat(resize(picture, 1, 2, ResizeMode.STRETCH)).containsExactly(35, 55);
    // 3 pixels from 4: 1 and 1/3 pixels each.
    assertThat(resize(grey(1, 4, 0, 90, 90, 0), 1, 3, ResizeMode.STRETCH))
        .containsExactly(23, 90, 23);
  }

  @Test
  void morePixelsAreInterpolated() {
    assertThat(resize(grey(1, 2, 0, 100), 1, 4, ResizeMode.STRETCH))
        .containsExactly(0, 25, 75, 100);
    assertThat(resize(grey(1, 1, 7), 2, 2, ResizeMode.STRETCH)).containsExactly(7, 7, 7, 7);
  }

  @Test
  void aCropIsTheCentralPartInTheProportionsOfTheTarget() {
    DecodedImage wide = grey(2, 6, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(resize(wide, 2, 2, ResizeMode.CROP)).containsExactly(3, 4, 9, 10);
    DecodedImage tall = grey(4, 1, 1, 2, 3, 4);
    assertThat(resize(tall, 1, 1, ResizeMode.CROP)).containsExactly(2);
  }

  @Test
  void padKeepsTheWholeImageInTheMiddleOfBlack() {
    assertThat(resize(grey(1, 2, 50, 60), 2, 2, ResizeMode.PAD)).containsExactly(50, 60, 0, 0);
    assertThat(resize(grey(1, 3, 50, 60, 70), 3, 3, ResizeMode.PAD))
        .containsExactly(0, 0, 0, 50, 60, 70, 0, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({"STRETCH", "CROP", "PAD"})
  void theSameSizeChangesNothing(ResizeMode mode) {
    byte[] pixels = new byte[5 * 4 * 3];
    new SplittableRandom(1).nextBytes(pixels);
    byte[] into = new byte[pixels.length];
    new Resizer(5, 4, mode).write(new DecodedImage(5, 4, 3, pixels), into);
    assertThat(into).isEqualTo(pixels);
  }

  /** Compares with the definition: integrals over the area of each new pixel. */
  @Test
  void channelsAreResizedIndependently() {
    SplittableRandom random = new SplittableRandom(3);
    byte[] pixels = new byte[9 * 7 * 3];
    random.nextBytes(pixels);
    byte[] into = new byte[4 * 5 * 3];
    new Resizer(4, 5, ResizeMode.STRETCH).write(new DecodedImage(9, 7, 3, pixels), into);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 5; column++) {
        for (int channel = 0; channel < 3; channel++) {
          double sum = 0;
          for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 7; x++) {
              double share = overlap(row, 9 / 4.0, y) * overlap(column, 7 / 5.0, x);
              sum += share * Byte.toUnsignedInt(pixels[(y * 7 + x) * 3 + channel]);
            }
          }
          double expected = sum / (9 / 4.0 * (7 / 5.0));
          assertThat(Byte.toUnsignedInt(into[(row * 5 + column) * 3 + channel]))
              .isEqualTo((int) Math.floor(expected + 0.5));
        }
      }
    }
  }

  private static double overlap(int index, double width, int pixel) {
    return Math.max(0, Math.min((index + 1) * width, pixel + 1) - Math.max(index * width, pixel));
  }

  private static DecodedImage grey(int height, int width, int... values) {
    byte[] pixels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (byte) values[i];
    }
    return new DecodedImage(height, width, 1, pixels);
  }

  private static int[] resize(DecodedImage picture, int height, int width, ResizeMode mode) {
    byte[] into = new byte[height * width];
    new Resizer(height, width, mode).write(picture, into);
    return IntStream.range(0, into.length).map(i -> Byte.toUnsignedInt(into[i])).toArray();
  }
}
