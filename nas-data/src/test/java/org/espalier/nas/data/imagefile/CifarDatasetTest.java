package org.espalier.nas.data.imagefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.image.CifarLabels;
import org.espalier.nas.data.prepare.Preparation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarDatasetTest {
  @TempDir private Path folder;
  private Path training;
  private Path test;

  @BeforeEach
  void write() throws IOException {
    training = Files.write(folder.resolve("data_batch_1.bin"), images(30, 1));
    test = Files.write(folder.resolve("test_batch.bin"), images(4, 1));
  }

  @Test
  void theTestFileIsTheTestPart() throws IOException {
    Path names = Files.writeString(folder.resolve("batches.meta.txt"), "cat\ndog\nship\n\n");
    Dataset dataset = open(List.of(), names, CifarLabels.SINGLE);
    assertThat(dataset.info().name()).isEqualTo("data_batch_1.bin");
    assertThat(dataset.info().task())
        .isEqualTo(new Task.Classification("class", List.of("cat", "dog", "ship")));
    assertThat(dataset.info().input()).isEqualTo(TensorShape.of(32, 32, 3));
    assertThat(dataset.info().sizes().values()).containsExactly(27, 3, 4);
    assertThat(dataset.examples(Part.TEST).target(3)).isEqualTo(0);
  }

  @Test
  void withoutNamesClassesAreNumbered() throws IOException {
    assertThat(classes(open(List.of(), null, CifarLabels.SINGLE))).hasSize(10).endsWith("9");
    Files.write(training, images(30, 2));
    Files.write(test, images(4, 2));
    assertThat(classes(open(List.of(), null, CifarLabels.FINE))).hasSize(100);
    assertThat(classes(open(List.of(), null, CifarLabels.COARSE))).hasSize(20);
  }

  @Test
  void namesMustBeDifferentAndGivenOnce() throws IOException {
    Path names = Files.writeString(folder.resolve("names.txt"), "cat\ncat\n");
    assertThatThrownBy(() -> open(List.of(), names, CifarLabels.SINGLE))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(names + " must have a different class name in each line, and at least two.");
    assertThatThrownBy(() -> open(List.of("a", "b"), names, CifarLabels.SINGLE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("classFile (" + names + ") and classNames cannot both be given.");
    assertThatThrownBy(() -> open(List.of("a", "a"), null, CifarLabels.SINGLE))
        .hasMessage("classNames [a, a] must be different names, but \"a\" is repeated.");
    assertThatThrownBy(() -> open(List.of("a"), null, CifarLabels.SINGLE))
        .hasMessage("classNames [a] must be at least two.");
    Path none = folder.resolve("none.txt");
    assertThatThrownBy(() -> open(List.of(), none, CifarLabels.SINGLE))
        .hasMessage(none + " cannot be read: there is no such file.");
  }

  private static List<String> classes(Dataset dataset) {
    return ((Task.Classification) dataset.info().task()).classes();
  }

  private Dataset open(List<String> names, Path classFile, CifarLabels labels) {
    CifarSettings settings =
        new CifarSettings(
            List.of(training), List.of(test), labels, names, classFile, Preparation.standard());
    return new CifarDataset(
        settings, new RandomStreams(1), PreparedDataCache.inMemory(), DownloadListener.none());
  }

  private static byte[] images(int count, int labels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      for (int label = 0; label < labels; label++) {
        bytes.write(i % 3);
      }
      for (int pixel = 0; pixel < 3072; pixel++) {
        bytes.write(i * 5 + pixel * 7);
      }
    }
    return bytes.toByteArray();
  }
}
