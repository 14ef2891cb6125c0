package org.espalier.nas.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
  @TempDir private Path folder;

  @Test
  void colorsOfAPngAreTheBytesOfTheFile() throws Exception {
    BufferedImage image = pattern(BufferedImage.TYPE_INT_RGB);
    DecodedImage picture = decode(write(image, "png"), ImageColor.RGB);
    assertThat(picture.height()).isEqualTo(7);
    assertThat(picture.width()).isEqualTo(9);
    assertThat(at(picture, 3, 5)).containsExactly(50, 60, 165);
    assertThat(at(decode(write(image, "png"), ImageColor.GREY), 3, 5))
        .as("0.299 × 50 + 0.587 × 60 + 0.114 × 165")
        .containsExactly(69);
  }

  @Test
  void greyStaysAsItIsStored() throws Exception {
    BufferedImage grey = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setPixels(0, 0, 3, 2, new int[] {100, 100, 100, 100, 100, 100});
    for (String format : new String[] {"png", "jpg"}) {
      Path file = write(grey, format);
      assertThat(at(decode(file, ImageColor.RGB), 1, 1)[2]).isCloseTo(100, byTwo());
      assertThat(decode(file, ImageColor.RGB).stored()).isEqualTo(1);
      assertThat(at(decode(file, ImageColor.GREY), 0, 0)[0]).isCloseTo(100, byTwo());
    }
  }

  @Test
  void sixteenBitsBecomeEight() throws Exception {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    grey.getRaster().setSample(0, 0, 0, 65535);
    grey.getRaster().setSample(1, 0, 0, 257 * 100 + 128);
    DecodedImage picture = decode(write(grey, "png"), ImageColor.GREY);
    assertThat(picture.pixels()).containsExactly(255, 100);
  }

  @Test
  void transparentPixelsLieOnWhite() throws Exception {
    BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xff102030);
    image.setRGB(1, 0, 0x00102030);
    image.setRGB(2, 0, 0x80000000);
    DecodedImage picture = decode(write(image, "png"), ImageColor.RGB);
    assertThat(at(picture, 0, 0)).containsExactly(16, 32, 48);
    assertThat(at(picture, 0, 1)).containsExactly(255, 255, 255);
    assertThat(at(picture, 0, 2)).containsExactly(127, 127, 127);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void palettesAreLookedUp(int bits) throws Exception {
    byte[] red = {10, (byte) 200};
    byte[] green = {20, (byte) 210};
    byte[] blue = {30, (byte) 220};
    IndexColorModel model = new IndexColorModel(bits, 2, red, green, blue);
    int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
    BufferedImage image = new BufferedImage(5, 2, type, model);
    image.getRaster().setSample(4, 1, 0, 1);
    DecodedImage picture = decode(write(image, "png"), ImageColor.RGB);
    assertThat(picture.stored()).isEqualTo(3);
    assertThat(at(picture, 1, 4)).containsExactly(200, 210, 220);
    assertThat(at(picture, 1, 3)).containsExactly(10, 20, 30);
  }

  @Test
  void aJpegHasTheColorsOfTheJdk() throws Exception {
    Path file = write(pattern(BufferedImage.TYPE_INT_RGB), "jpg");
    BufferedImage expected = ImageIO.read(file.toFile());
    DecodedImage picture = decode(file, ImageColor.RGB);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        Color color = new Color(expected.getRGB(x, y));
        assertThat(at(picture, y, x))
            .containsExactly(color.getRed(), color.getGreen(), color.getBlue());
      }
    }
  }

  /** The files have 24 × 24 pixels of red 10x, green 10y and blue 255 − 5(x + y). */
  @ParameterizedTest
  @ValueSource(strings = {"cmyk.jpg", "ycck.jpg"})
  void inksOfAJpegBecomeColors(String name) throws Exception {
    DecodedImage picture = decode(resource(name), ImageColor.RGB);
    int largest = 0;
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 24; x++) {
        int[] actual = at(picture, y, x);
        int[] expected = {10 * x, 10 * y, 255 - 5 * (x + y)};
        for (int i = 0; i < 3; i++) {
          largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
      }
    }
    assertThat(largest).as("largest difference").isLessThan(6);
  }

  /** Without an Adobe marker inks are stored as they are: the same file is then inverted. */
  @Test
  void inksWithoutAnAdobeMarkerAreNotInverted() throws Exception {
    byte[] bytes = Files.readAllBytes(resource("cmyk.jpg"));
    int marker = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Adobe");
    bytes[marker] = 'X';
    Path file = Files.write(folder.resolve("plain.jpg"), bytes);
    int[] color = at(decode(file, ImageColor.RGB), 0, 0);
    int[] inverted = at(decode(resource("cmyk.jpg"), ImageColor.RGB), 0, 0);
    assertThat(inverted[2]).isGreaterThan(250);
    assertThat(color[2]).isLessThan(5);
  }

  @Test
  void aDamagedPngIsRefused() throws Exception {
    byte[] bytes = Files.readAllBytes(write(pattern(BufferedImage.TYPE_INT_RGB), "png"));
    byte[] damaged = bytes.clone();
    damaged[bytes.length - 30] ^= 4;
    fails(damaged, "its PNG data are damaged: a checksum is wrong");
    fails(Arrays.copyOf(bytes, bytes.length - 20), "its PNG data were cut off");
    fails(Arrays.copyOf(bytes, 20), "its PNG data are damaged");
  }

  @Test
  void aDamagedJpegIsRefused() throws Exception {
    byte[] bytes = Files.readAllBytes(write(pattern(BufferedImage.TYPE_INT_RGB), "jpg"));
    fails(Arrays.copyOf(bytes, bytes.length - 30), "its JPEG data are damaged or were cut off");
    fails(Arrays.copyOf(bytes, 100), "its JPEG data are damaged");
  }

  @ParameterizedTest
  @CsvSource({
    "GIF89a, it is a GIF file; convert it to PNG",
    "BM1234, it is a BMP file; convert it to PNG",
    "RIFF1234WEBPVP8, it is a WebP file; convert it to PNG",
    "hello, it is neither PNG nor JPEG; convert it to PNG",
    "'', it is empty"
  })
  void otherFormatsAreNamed(String content, String reason) {
    fails(content.getBytes(StandardCharsets.ISO_8859_1), reason);
  }

  @Test
  void anImageThatIsTooLargeIsNotDecoded() throws IOException {
    byte[] bytes = Files.readAllBytes(write(pattern(BufferedImage.TYPE_INT_RGB), "png"));
    ByteBuffer head = ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 50_000);
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 12, 17);
    head.putInt(29, (int) checksum.getValue());
    fails(bytes, "it has 60000×50000 pixels, and 100000000 are the maximum; scale it down");
  }

  @Test
  void anAbsentFileIsNamed() {
    assertThatThrownBy(() -> decode(folder.resolve("none.png"), ImageColor.RGB))
        .isInstanceOf(BrokenImageException.class)
        .hasMessage("it cannot be read, because there is no such file");
  }

  private void fails(byte[] bytes, String reason) {
    Path file = folder.resolve("broken.png");
    assertThatThrownBy(() -> decode(Files.write(file, bytes), ImageColor.RGB))
        .isInstanceOf(BrokenImageException.class)
        .hasMessage(reason);
  }

  private static Offset<Integer> byTwo() {
    return Offset.offset(2);
  }

  private static DecodedImage decode(Path file, ImageColor color) throws BrokenImageException {
    return new ImageDecoder(color).decode(file);
  }

  private static int[] at(DecodedImage picture, int y, int x) {
    int[] values = new int[picture.channels()];
    for (int i = 0; i < values.length; i++) {
      int place = (y * picture.width() + x) * picture.channels() + i;
      values[i] = Byte.toUnsignedInt(picture.pixels()[place]);
    }
    return values;
  }

  private static BufferedImage pattern(int type) {
    BufferedImage image = new BufferedImage(9, 7, type);
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 9; x++) {
        image.setRGB(x, y, new Color(x * 10, y * 20, 255 - x * 18).getRGB());
      }
    }
    return image;
  }

  private Path write(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return Files.write(folder.resolve("image." + format), bytes.toByteArray());
  }

  private Path resource(String name) throws IOException {
    try (InputStream in = getClass().getResourceAsStream(name)) {
      return Files.write(folder.resolve(name), Objects.requireNonNull(in, name).readAllBytes());
    }
  }
}
