package org.espalier.nas.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;

class LabelledImagesTest {
  private static final List<String> CLASSES = List.of("a", "b");

  private final ImageFile training = file(3, 0);
  private final ImageFile validation = file(2, 100);
  private final ImageFile test = file(1, 240);

  @Test
  void imagesAreNumberedPartByPart() {
    LabelledImages all = LabelledImages.of("t", "kind", CLASSES, training, validation, test);

    assertThat(all.size()).isEqualTo(6);
    assertThat(all.firstValidation()).isEqualTo(3);
    assertThat(all.firstTest()).isEqualTo(5);
    assertThat(all.shape()).isEqualTo(TensorShape.of(1, 2, 3));
    assertThat(all.label(2)).isZero();
    assertThat(all.label(4)).isEqualTo(1);
    byte[] levels = new byte[6];
    for (int image = 0; image < 6; image++) {
      all.levels(image, levels);
      ImageFile file = image < 3 ? training : image < 5 ? validation : test;
      int own = image < 3 ? image : image < 5 ? image - 3 : 0;
      for (int i = 0; i < 6; i++) {
        assertThat(levels[i] & 0xff).isEqualTo(all.pixel(image, i)).isEqualTo(file.pixel(own, i));
      }
    }
    assertThat(all.pixel(5, 5)).isEqualTo(245);
    Pixels chosen = all.pixels(new int[] {4, 3}, new double[3], new double[] {1, 1, 1});
    assertThat(chosen.level(0, 0)).isEqualTo(106);
    assertThat(chosen.level(1, 5)).isEqualTo(105);
  }

  @Test
  void aPartThatIsNotItsOwnIsYetToBeSplitOff() {
    LabelledImages whole = new LabelledImages("t", "kind", CLASSES, List.of(training));
    assertThat(whole.firstValidation()).isEqualTo(whole.firstTest()).isEqualTo(3);
    LabelledImages tested = new LabelledImages("t", "kind", CLASSES, List.of(training, test));
    assertThat(tested.firstValidation()).isEqualTo(tested.firstTest()).isEqualTo(3);
    LabelledImages validated = LabelledImages.of("t", "kind", CLASSES, training, validation, null);
    assertThat(validated.firstValidation()).isEqualTo(3);
    assertThat(validated.firstTest()).isEqualTo(validated.size()).isEqualTo(5);
  }

  @Test
  void equalPixelsAreFoundAcrossParts() {
    LabelledImages twice = new LabelledImages("t", "kind", CLASSES, List.of(training, file(3, 6)));

    assertThat(twice.equalPixels(1, 3)).isTrue();
    assertThat(twice.equalPixels(0, 3)).isFalse();
    assertThat(twice.equalPixels(2, 2)).isTrue();
  }

  @Test
  void anImageIsNamedByItsOriginOrItsNumber() {
    ImageOrigin origin = new ImageOrigin("a/größe.png", TensorShape.of(9, 8, 1));
    LabelledImages named =
        LabelledImages.of(
            "t", "kind", CLASSES, training, validation, test.withOrigins(List.of(origin)));

    assertThat(named.place(2)).isEqualTo("training image 3");
    assertThat(named.place(3)).isEqualTo("validation image 1");
    assertThat(named.place(5)).isEqualTo("a/größe.png");
    assertThat(new LabelledImages("t", "kind", CLASSES, List.of(training)).place(0))
        .isEqualTo("image 1");
    assertThat(new LabelledImages("t", "kind", CLASSES, List.of(training, test)).place(3))
        .isEqualTo("test image 1");
    assertThatThrownBy(() -> training.withOrigins(List.of(origin)))
        .hasMessage("origins (1) must be as many as images (3).");
    assertThat(test.withOrigins(List.of()).origins()).isEmpty();
  }

  /** Returns images of 1 × 2 × 3 with ascending levels. */
  private static ImageFile file(int images, int first) {
    byte[] pixels = new byte[images * 6];
    int[] labels = new int[images];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (first + i);
      labels[i / 6] = i / 6 % 2;
    }
    return new ImageFile(1, 2, 3, pixels, labels);
  }
}
