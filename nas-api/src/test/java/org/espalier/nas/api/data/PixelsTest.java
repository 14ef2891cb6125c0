package org.espalier.nas.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;

class PixelsTest {
  private static final byte[] VALUES = {0, 1, 2, 3, (byte) 255, (byte) 128, 100, 50};
  private static final Pixels PIXELS =
      new Pixels(
          TensorShape.of(1, 2, 2),
          VALUES,
          new int[] {1, 0},
          new double[] {100, 0},
          new double[] {2, 10});

  @Test
  void copiesAreTheLevelsOfTheImage() {
    byte[] copy = new byte[4];
    PIXELS.copy(0, copy);
    assertThat(copy).containsExactly((byte) 255, (byte) 128, 100, 50);
    for (int i = 0; i < 4; i++) {
      assertThat(Byte.toUnsignedInt(copy[i])).isEqualTo(PIXELS.level(0, i));
    }
    PIXELS.copy(1, copy);
    assertThat(copy).containsExactly(0, 1, 2, 3);
  }

  @Test
  void copiesAreScaledAsTheImage() {
    float[] read = new float[5];
    PIXELS.read(0, read, 1);
    assertThat(read).containsExactly(0, 77.5f, 12.8f, 0, 5);

    byte[] copy = new byte[4];
    PIXELS.copy(0, copy);
    float[] scaled = new float[5];
    PIXELS.scale(copy, scaled, 1);
    assertThat(scaled).isEqualTo(read);
  }
}
