package org.espalier.nas.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
  private static final int IMAGES = 0x0803;
  private static final int LABELS = 0x0801;

  @TempDir private Path folder;

  @Test
  void pixelsAndLabelsAreUnsignedBytesInRowMajorOrder() throws IOException {
    Path images =
        write("i.idx", IMAGES, new int[] {2, 2, 3}, 0, 1, 2, 3, 4, 255, 6, 7, 8, 9, 10, 11);
    Path labels = write("l.idx.gz", LABELS, new int[] {2}, 1, 0);
    ImageFile file = new IdxReader().read(images, labels, 2);
    assertThat(file.size()).isEqualTo(2);
    assertThat(file.height()).isEqualTo(2);
    assertThat(file.width()).isEqualTo(3);
    assertThat(file.pixel(0, 5)).isEqualTo(255);
    assertThat(file.pixel(1, 0)).isEqualTo(6);
    assertThat(file.label(0)).isEqualTo(1);
  }

  @Test
  void whatIsWrongWithAFileIsSaid() throws IOException {
    Path images = write("i.idx", IMAGES, new int[] {2, 1, 1}, 1, 2);
    Path labels = write("l.idx", LABELS, new int[] {2}, 0, 1);
    fails(
        labels,
        labels,
        labels + " begins with 00000801; an IDX file of this kind begins with 00000803.");
    fails(
        images,
        write("3.idx", LABELS, new int[] {3}, 0, 1, 0),
        images
            + " has 2 images, "
            + folder.resolve("3.idx")
            + " has 3 labels; they must be as many.");
    fails(
        images,
        write("big.idx", LABELS, new int[] {2}, 0, 2),
        folder.resolve("big.idx") + ": label 2 (2) must be one of the 2 classes.");
    fails(
        write("cut.idx", IMAGES, new int[] {2, 1, 1}, 1),
        labels,
        folder.resolve("cut.idx")
            + " must hold 2 values after its head; it holds 1. Fetch it again.");
    fails(
        write("long.idx", IMAGES, new int[] {2, 1, 1}, 1, 2, 3),
        labels,
        folder.resolve("long.idx")
            + " must hold 2 values after its head; it holds more. Fetch it again.");
    fails(
        write("none.idx", IMAGES, new int[] {0, 1, 1}),
        labels,
        folder.resolve("none.idx") + ": dimension 1 (0) must be positive.");
    fails(
        write("head.idx", IMAGES, new int[] {1}),
        labels,
        folder.resolve("head.idx") + " ends within its head; fetch it again.");
    fails(
        write("huge.idx", IMAGES, new int[] {1 << 30, 28, 28}),
        labels,
        folder.resolve("huge.idx")
            + " must hold 841813590016 values after its head; it holds 0. Fetch it again.");
    fails(
        write("wide.idx", IMAGES, new int[] {1, 1 << 16, 1 << 16}),
        labels,
        folder.resolve("wide.idx") + " has images larger than an array can be.");
  }

  @Test
  void aPackedFileThatWasCutOffOrIsPlainSaysSo() throws IOException {
    Path labels = write("l.idx", LABELS, new int[] {2}, 0, 1);
    int[] random = new SplittableRandom(1).ints(2 * 9000, 0, 256).toArray();
    Path whole = write("w.idx.gz", IMAGES, new int[] {2, 90, 100}, random);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.idx.gz"), Arrays.copyOf(bytes, bytes.length / 2));
    fails(cut, labels, cut + " cannot be read: it was cut off; fetch it again.");
    Path plain = Files.copy(labels, folder.resolve("plain.idx.gz"));
    fails(plain, labels, plain + " cannot be read: it is no intact gzip file; fetch it again.");
    Path none = folder.resolve("none.gz");
    fails(none, labels, none + " cannot be read: there is no such file.");
  }

  @Test
  void imagesShareOneScaleFittedOnTheTrainingPart() throws IOException {
    int[] pixels = new int[40 * 4];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i * 37 % 256;
    }
    int[] labels = new int[40];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
    }
    ImageFile file =
        new IdxReader()
            .read(
                write("i.idx", IMAGES, new int[] {40, 2, 2}, pixels),
                write("l.idx", LABELS, new int[] {40}, labels),
                2);
    LabelledImages images = new LabelledImages("t", "kind", List.of("a", "b"), List.of(file, file));
    PreparedDataset dataset =
        PreparedDataset.of(images, Preparation.standard(), new RandomStreams(1));
    assertThat(dataset.info().input()).isEqualTo(TensorShape.of(2, 2, 1));
    Examples training = dataset.examples(Part.TRAINING);
    assertThat(training.size()).isEqualTo(36);
    assertThat(dataset.examples(Part.TEST).size()).isEqualTo(40);
    double sum = 0;
    double squares = 0;
    FloatBuffer values = training.features();
    int count = values.remaining();
    while (values.hasRemaining()) {
      double value = values.get();
      sum += value;
      squares += value * value;
    }
    assertThat(sum / count).isCloseTo(0, within(1e-6));
    assertThat(squares / count).isCloseTo(1, within(1e-5));
    PreparedDataset unit =
        PreparedDataset.of(
            images, Preparation.standard().with(Scaling.MIN_MAX), new RandomStreams(1));
    assertThat(unit.examples(Part.TEST).features().get(1)).isEqualTo(37 / 255f);
  }

  private void fails(Path images, Path labels, String message) {
    assertThatThrownBy(() -> new IdxReader().read(images, labels, 2))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(message);
  }

  private Path write(String name, int magic, int[] sizes, int... values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(magic);
    for (int size : sizes) {
      out.writeInt(size);
    }
    for (int value : values) {
      out.writeByte(value);
    }
    Path file = folder.resolve(name);
    try (OutputStream stream =
        name.endsWith(".gz")
            ? new GZIPOutputStream(Files.newOutputStream(file))
            : Files.newOutputStream(file)) {
      stream.write(bytes.toByteArray());
    }
    return file;
  }
}
