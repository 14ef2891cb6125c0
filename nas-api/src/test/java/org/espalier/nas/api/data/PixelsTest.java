package org.espalier.nas.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;

class PixelsTest {
  private static final TensorShape SHAPE = TensorShape.of(2, 3, 3);
  private static final double[] SHIFT = {10, 0, 127.5};
  private static final double[] SCALE = {2, 255, 64.25};

  private final byte[] values = new byte[5 * SHAPE.size()];

  PixelsTest() {
    RandomGenerator random = new SplittableRandom(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) random.nextInt(256);
    }
    values[0] = (byte) 255;
    values[1] = (byte) 128;
  }

  @Test
  void aLevelIsAnUnsignedByteOfAChosenImage() {
    Pixels pixels = pixels(4, 0);

    assertThat(pixels.size()).isEqualTo(2);
    assertThat(pixels.level(1, 0)).isEqualTo(255);
    assertThat(pixels.level(1, 1)).isEqualTo(128);
    byte[] levels = new byte[2 + SHAPE.size()];
    pixels.levels(0, levels, 2);
    for (int i = 0; i < SHAPE.size(); i++) {
      assertThat(levels[2 + i]).isEqualTo(values[4 * SHAPE.size() + i]);
      assertThat(pixels.level(0, i)).isEqualTo(values[4 * SHAPE.size() + i] & 0xff);
    }
    assertThat(pixels).hasToString("2 images of 2×3×3");
  }

  @Test
  void eachChannelHasItsOwnScale() {
    Examples examples = new Examples(pixels(3, 1), new float[] {1, 0});

    float[] read = new float[1 + SHAPE.size()];
    examples.read(1, read, 1);
    FloatBuffer all = examples.features();
    assertThat(all.remaining()).isEqualTo(2 * SHAPE.size());
    for (int i = 0; i < SHAPE.size(); i++) {
      int level = values[SHAPE.size() + i] & 0xff;
      float expected = (float) ((level - SHIFT[i % 3]) / SCALE[i % 3]);
      assertThat(read[1 + i]).isEqualTo(expected);
      assertThat(all.get(SHAPE.size() + i)).isEqualTo(expected);
    }
    assertThat(read[0]).as("before the offset").isZero();
    assertThatThrownBy(() -> all.put(0, 1f)).isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void theChoiceOfImagesIsCopied() {
    int[] chosen = {2};
    Pixels pixels = new Pixels(SHAPE, values, chosen, SHIFT, SCALE);
    int before = pixels.level(0, 5);
    chosen[0] = 0;

    assertThat(pixels.level(0, 5)).isEqualTo(before).isEqualTo(values[2 * SHAPE.size() + 5] & 0xff);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(
            () -> new Pixels(TensorShape.of(2, 3), new byte[6], new int[1], SHIFT, SCALE))
        .hasMessage(
            "values (6 bytes an image) must hold images of height × width × channels (2×3).");
    assertThatThrownBy(() -> new Pixels(SHAPE, new byte[19], new int[1], SHIFT, SCALE))
        .hasMessage("values (19) must hold whole images of 18 bytes.");
    assertThatThrownBy(() -> new Pixels(SHAPE, new byte[18], new int[1], new double[1], SCALE))
        .hasMessage("shift (1) and scale (3) must have a number for each channel (3).");
    assertThatThrownBy(() -> new Examples(pixels(1, 2), new float[1]))
        .hasMessage("targets (1) must be as many as images (2).");
  }

  @Test
  void levelsAreScaledAsTheImage() {
    Pixels pixels = pixels(3, 1);
    float[] read = new float[1 + SHAPE.size()];
    pixels.read(1, read, 1);

    byte[] levels = new byte[SHAPE.size()];
    pixels.levels(1, levels, 0);
    float[] scaled = new float[1 + SHAPE.size()];
    pixels.scale(levels, scaled, 1);
    assertThat(scaled).isEqualTo(read);
  }

  private Pixels pixels(int... chosen) {
    return new Pixels(SHAPE, values, chosen, SHIFT, SCALE);
  }
}
