package org.espalier.nas.tf.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTransformTest {
  private static final int HEIGHT = 5;
  private static final int WIDTH = 7;
  private static final int CHANNELS = 2;
  private static final TensorShape SHAPE = TensorShape.of(HEIGHT, WIDTH, CHANNELS);
  private static final byte[] COVER = {77, (byte) 200};
  private static final byte[] IMAGE = image();

  private interface Pixel {
    int level(int y, int x, int channel);
  }

  /** Returns levels from 1 to 255, all different in each channel. */
  private static byte[] image() {
    return image((y, x, channel) -> 1 + 7 * (y * WIDTH + x) + 2 * channel);
  }

  private static byte[] image(Pixel pixel) {
    byte[] image = new byte[SHAPE.size()];
    for (int i = 0; i < image.length; i++) {
      int place = i / CHANNELS;
      image[i] = (byte) pixel.level(place / WIDTH, place % WIDTH, i % CHANNELS);
    }
    return image;
  }

  private static int level(int y, int x, int channel) {
    return y < 0 || y >= HEIGHT || x < 0 || x >= WIDTH
        ? 0
        : Byte.toUnsignedInt(IMAGE[(y * WIDTH + x) * CHANNELS + channel]);
  }

  private static byte[] apply(Augmentation settings, RandomGenerator random) {
    byte[] into = new byte[SHAPE.size()];
    // Remains of an earlier image must not show.
    new SplittableRandom(9).nextBytes(into);
    new ImageTransform(settings, SHAPE, COVER).apply(IMAGE, into, random);
    return into;
  }

  /** Returns how often each result occurs. */
  private static Map<ByteBuffer, Integer> results(Augmentation settings, int draws) {
    Map<ByteBuffer, Integer> counts = new HashMap<>();
    RandomGenerator random = new SplittableRandom(3);
    for (int i = 0; i < draws; i++) {
      counts.merge(ByteBuffer.wrap(apply(settings, random)), 1, Integer::sum);
    }
    return counts;
  }

  @Test
  void halfOfTheImagesAreMirrored() {
    byte[] mirrored = image((y, x, channel) -> level(y, WIDTH - 1 - x, channel));
    byte[] reversed = image((y, x, channel) -> level(HEIGHT - 1 - y, x, channel));
    byte[] turned = image((y, x, channel) -> level(HEIGHT - 1 - y, WIDTH - 1 - x, channel));
    assertShares(new Augmentation(Flip.HORIZONTAL, 0, 0, 0, 0), IMAGE, mirrored);
    assertShares(new Augmentation(Flip.VERTICAL, 0, 0, 0, 0), IMAGE, reversed);
    assertShares(new Augmentation(Flip.BOTH, 0, 0, 0, 0), IMAGE, mirrored, reversed, turned);
  }

  /** Checks that the results are these, each as often; 5 standard deviations are at most 0.08. */
  private static void assertShares(Augmentation settings, byte[]... expected) {
    Map<ByteBuffer, Integer> counts = results(settings, 1000);
    assertThat(counts).hasSize(expected.length);
    for (byte[] each : expected) {
      double share = 1.0 / expected.length;
      assertThat(counts.get(ByteBuffer.wrap(each)) / 1000.0).isBetween(share - 0.08, share + 0.08);
    }
  }

  @Test
  void cropsShiftByEachDistanceAndAreBlackOutside() {
    Set<ByteBuffer> expected = new HashSet<>();
    for (int down = -2; down <= 2; down++) {
      for (int right = -2; right <= 2; right++) {
        int rows = down;
        int columns = right;
        expected.add(
            ByteBuffer.wrap(image((y, x, channel) -> level(y + rows, x + columns, channel))));
      }
    }
    assertThat(expected).hasSize(25);
    assertThat(results(new Augmentation(Flip.NONE, 2, 0, 0, 0), 1000).keySet()).isEqualTo(expected);
  }

  @Test
  void mirroredCropsAreShiftedMirrorImages() {
    Set<ByteBuffer> expected = new HashSet<>();
    for (int down = -4; down <= 4; down++) {
      for (int right = -4; right <= 4; right++) {
        int rows = down;
        int columns = right;
        expected.add(
            ByteBuffer.wrap(image((y, x, channel) -> level(y + rows, x + columns, channel))));
        expected.add(
            ByteBuffer.wrap(
                image((y, x, channel) -> level(y + rows, WIDTH - 1 - x + columns, channel))));
      }
    }
    assertThat(results(new Augmentation(Flip.HORIZONTAL, 4, 0, 0, 0), 3000).keySet())
        .isEqualTo(expected);
  }

  /** Returns a generator whose only real number is this one. */
  private static RandomGenerator fixed(double number) {
    return () -> (long) (number * (1L << 53)) << 11;
  }

  @ParameterizedTest
  @ValueSource(doubles = {-180, -90, -30, -1, 0, 12.5, 45, 90, 135})
  void rotationsEqualBilinearInterpolationAboutTheCentre(double degrees) {
    byte[] rotated =
        apply(new Augmentation(Flip.NONE, 0, 180, 0, 0), fixed((degrees / 180 + 1) / 2));

    double angle = Math.toRadians(degrees);
    for (int i = 0; i < rotated.length; i++) {
      int column = i / CHANNELS % WIDTH;
      int row = i / CHANNELS / WIDTH;
      double dx = column - (WIDTH - 1) / 2.0;
      double dy = row - (HEIGHT - 1) / 2.0;
      double x = (WIDTH - 1) / 2.0 + Math.cos(angle) * dx + Math.sin(angle) * dy;
      double y = (HEIGHT - 1) / 2.0 + Math.cos(angle) * dy - Math.sin(angle) * dx;
      // Weights of 8 bits: an error of at most 255 × (1/256 + 1/256) + 1/2.
      assertThat((double) Byte.toUnsignedInt(rotated[i]))
          .isBetween(
              interpolated(y, x, i % CHANNELS) - 2.5, interpolated(y, x, i % CHANNELS) + 2.5);
    }
  }

  private static double interpolated(double y, double x, int channel) {
    int row = (int) Math.floor(y);
    int column = (int) Math.floor(x);
    double down = y - row;
    double right = x - column;
    return (1 - down)
            * ((1 - right) * level(row, column, channel) + right * level(row, column + 1, channel))
        + down
            * ((1 - right) * level(row + 1, column, channel)
                + right * level(row + 1, column + 1, channel));
  }

  @Test
  void aHalfTurnAndNoTurnAreExact() {
    Augmentation turns = new Augmentation(Flip.NONE, 0, 180, 0, 0);
    assertThat(apply(turns, fixed(0.5))).isEqualTo(IMAGE);
    assertThat(apply(turns, fixed(0)))
        .isEqualTo(image((y, x, channel) -> level(HEIGHT - 1 - y, WIDTH - 1 - x, channel)));
  }

  @Test
  void rotatedImagesAreMirroredAndShiftedToo() {
    Set<ByteBuffer> expected = new HashSet<>();
    for (int down = -1; down <= 1; down++) {
      for (int right = -1; right <= 1; right++) {
        for (boolean flipped : new boolean[] {false, true}) {
          int rows = down;
          int columns = right;
          expected.add(
              ByteBuffer.wrap(
                  image(
                      (y, x, channel) ->
                          level(y + rows, (flipped ? WIDTH - 1 - x : x) + columns, channel))));
        }
      }
    }
    // So small an angle that no pixel changes by half a level.
    assertThat(results(new Augmentation(Flip.HORIZONTAL, 1, 1e-4, 0, 0), 500).keySet())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void cutoutCoversASquareAroundAnyPixel(int side) {
    Set<ByteBuffer> expected = new HashSet<>();
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        int top = row - side / 2;
        int left = column - side / 2;
        expected.add(
            ByteBuffer.wrap(
                image(
                    (y, x, channel) ->
                        y >= top && y < top + side && x >= left && x < left + side
                            ? Byte.toUnsignedInt(COVER[channel])
                            : level(y, x, channel))));
      }
    }
    assertThat(expected).hasSize(HEIGHT * WIDTH);
    assertThat(results(new Augmentation(Flip.NONE, 0, 0, side, 0), 1000).keySet())
        .isEqualTo(expected);
  }
}
