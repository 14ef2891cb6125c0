package org.espalier.nas.analysis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageSamplesTest {

  @Test
  void takesTheFirstImagesOfEachClass() {
    ImageSamples samples =
        ImageSamples.of(ImageExamples.of(2, 9), ImageExamples.task(List.of("cat", "dog")));

    assertThat(samples.hidden()).isZero();
    assertThat(samples.classes()).extracting(ClassSamples::name).containsExactly("cat", "dog");
    assertThat(samples.classes()).allSatisfy(ofClass -> assertThat(ofClass.originals()).hasSize(8));
    assertThat(samples.classes().get(1).originals().get(1).rgb(0, 0)).isEqualTo(0x030303);
  }

  @Test
  void takesTwentyOf300Classes() {
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "class " + i).toList();

    ImageSamples samples = ImageSamples.of(ImageExamples.of(300, 2), ImageExamples.task(names));

    assertThat(samples.classes()).hasSize(20);
    assertThat(samples.hidden()).isEqualTo(280);
  }

  @Test
  void takesNothingFromTables() {
    assertThat(ImageSamples.of(ImageExamples.table(), ImageExamples.task(List.of("cat", "dog"))))
        .isEqualTo(ImageSamples.none());
  }

  @Test
  void writesTheColorsOfPixelsIntoASheet() throws Exception {
    Picture red = new Picture(1, 2, 3, new byte[] {(byte) 255, 0, 0, 1, 2, 3});
    Picture grey = new Picture(2, 1, 1, new byte[] {7, (byte) 200});

    PictureSheet sheet = new PictureSheet(List.of(red, grey));

    BufferedImage image = image(sheet.dataUri());
    assertThat(image.getWidth()).isEqualTo(sheet.width()).isEqualTo(5);
    assertThat(image.getHeight()).isEqualTo(sheet.height()).isEqualTo(2);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFF0000);
    assertThat(image.getRGB(1, 0)).isEqualTo(0xFF010203);
    assertThat(image.getRGB(2, 0) >>> 24).isZero();
    assertThat(image.getRGB(4, 1)).isEqualTo(0xFFC8C8C8);
  }

  @Test
  void reducesLargeImagesToMeans() {
    byte[] levels = new byte[100 * 100];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (i % 2 == 0 ? 10 : 20);
    }

    Picture reduced = new Picture(100, 100, 1, levels).reduced();

    assertThat(reduced.height()).isEqualTo(50);
    assertThat(reduced.width()).isEqualTo(50);
    assertThat(reduced.rgb(49, 49)).isEqualTo(0x0F0F0F);
  }

  private static BufferedImage image(String uri) throws Exception {
    byte[] file = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(file));
  }
}
