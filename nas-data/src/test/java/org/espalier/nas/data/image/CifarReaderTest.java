package org.espalier.nas.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.espalier.nas.api.InvalidDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarReaderTest {
  @TempDir private Path folder;

  @Test
  void planesBecomeChannelsOfEachPixel() throws IOException {
    List<Long> progress = new ArrayList<>();
    Path packed = write("a.bin.gz", images(3, 1, 0));
    Path plain = write("b.bin", images(2, 1, 3));
    ImageFile file =
        new CifarReader(CifarLabels.SINGLE, 10).read(List.of(packed, plain), progress::add);
    assertThat(file.size()).isEqualTo(5);
    assertThat(List.of(file.height(), file.width(), file.channels())).containsExactly(32, 32, 3);
    assertThat(progress).containsExactly(Files.size(packed), Files.size(plain));
    for (int image = 0; image < 5; image++) {
      assertThat(file.label(image)).isEqualTo(image);
      for (int position : new int[] {0, 1, 2, 100, 1000, 3071}) {
        int plane = position % 3;
        assertThat(file.pixel(image, position)).isEqualTo(value(image, plane, position / 3));
      }
    }
  }

  @Test
  void cifar100HasTwoLabels() throws IOException {
    Path file = write("train.bin", images(3, 2, 0));
    assertThat(new CifarReader(CifarLabels.COARSE, 20).read(List.of(file), b -> {}).label(2))
        .isEqualTo(7);
    assertThat(new CifarReader(CifarLabels.FINE, 100).read(List.of(file), b -> {}).label(2))
        .isEqualTo(2);
  }

  /** The size at the end of a packed file of several members is that of the last. */
  @Test
  void theSizeOfAPackedFileMayBeWrong() throws IOException {
    Path first = write("1.gz", images(3, 1, 0));
    Path second = write("2.gz", images(1, 1, 3));
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(Files.readAllBytes(first));
    both.writeBytes(Files.readAllBytes(second));
    Path file = Files.write(folder.resolve("both.bin.gz"), both.toByteArray());
    ImageFile images = new CifarReader(CifarLabels.SINGLE, 10).read(List.of(file), b -> {});
    assertThat(images.size()).isEqualTo(4);
    assertThat(images.pixels().count()).isEqualTo(4);
    assertThat(images.pixels().imageSize()).isEqualTo(3072);
    assertThat(images.label(3)).isEqualTo(3);
    assertThat(images.pixel(3, 4)).isEqualTo(value(3, 1, 1));
  }

  @Test
  void aByteTooManyOrTooFewIsNamedWithTheFile() throws IOException {
    byte[] two = images(2, 1, 0);
    Path more = write("more.bin.gz", Arrays.copyOf(two, two.length + 1));
    fails(
        more,
        more
            + " has 6147 bytes, which is 2 and 1/3073 images of 3073 bytes (label, then 32×32 of"
            + " red, green and blue). Fetch it again. If it is of CIFAR-100, set labels to fine or"
            + " coarse.");
    Path fewer = write("fewer.bin", Arrays.copyOf(two, 3072));
    assertThatThrownBy(() -> new CifarReader(CifarLabels.FINE, 100).read(List.of(fewer), b -> {}))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            fewer
                + " has 3072 bytes, which is 0 and 3072/3074 images of 3074 bytes (labels, then"
                + " 32×32 of red, green and blue). Fetch it again. If it is of CIFAR-10, set labels"
                + " to single.");
    Path empty = write("empty.bin", new byte[0]);
    assertThatThrownBy(() -> read(empty))
        .hasMessageStartingWith(empty + " has 0 bytes, which is no images of 3073 bytes");
  }

  @Test
  void aLabelThatIsNoClassIsNamedWithTheFileAndTheImage() throws IOException {
    byte[] images = images(2, 1, 0);
    images[3073] = (byte) 200;
    Path file = write("a.bin", images);
    fails(
        file,
        file
            + ": the label of image 2 (200) must be one of the 10 classes, 0 to 9. If it is of"
            + " CIFAR-100, set labels to fine or coarse.");
  }

  @Test
  void aPackedFileThatWasCutOffSaysSo() throws IOException {
    byte[] bytes = Files.readAllBytes(write("w.gz", images(4, 1, 0)));
    Path cut = Files.write(folder.resolve("cut.bin.gz"), Arrays.copyOf(bytes, bytes.length - 40));
    fails(cut, cut + " cannot be read: it was cut off; fetch it again.");
  }

  private static ImageFile read(Path file) {
    return new CifarReader(CifarLabels.SINGLE, 10).read(List.of(file), b -> {});
  }

  private static void fails(Path file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(message);
  }

  private static int value(int image, int plane, int place) {
    return (image * 31 + plane * 101 + place * 7) & 255;
  }

  /** Returns images whose last label byte is their number; a first one is 5 more. */
  private static byte[] images(int count, int labels, int first) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int image = first; image < first + count; image++) {
      if (labels == 2) {
        bytes.write(image + 5);
      }
      bytes.write(image);
      for (int plane = 0; plane < 3; plane++) {
        for (int place = 0; place < 1024; place++) {
          bytes.write(value(image, plane, place));
        }
      }
    }
    return bytes.toByteArray();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out =
        name.endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(file))
            : Files.newOutputStream(file)) {
      out.write(bytes);
    }
    return file;
  }
}
