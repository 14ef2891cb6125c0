package org.espalier.nas.data.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Download;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
  private static final TensorShape IMAGE = TensorShape.of(1, 1, 1);
  private static final int MEBIBYTE = 1 << 20;

  @TempDir private Path folder;

  private final List<String> steps = new ArrayList<>();
  private final DownloadListener listener =
      new DownloadListener() {
        @Override
        public void progress(Download download, long received) {}

        @Override
        public void preparing(String data, String step, double share) {
          steps.add(step);
        }
      };

  /** Gives a pixel and its half for each image, and counts the images. */
  private static class Halves implements FeatureExtractor {
    private final String identity;
    private int images;
    private int opened;

    Halves(String identity) {
      this.identity = identity;
    }

    @Override
    public String name() {
      return "halves";
    }

    @Override
    public String identity() {
      return identity;
    }

    @Override
    public TensorShape output() {
      opened++;
      return TensorShape.of(2);
    }

    @Override
    public float[] extract(Pixels pixels, IntConsumer progress) {
      float[] features = new float[2 * pixels.size()];
      for (int i = 0; i < pixels.size(); i++) {
        features[2 * i] = pixels.level(i, 0);
        features[2 * i + 1] = pixels.level(i, 0) / 2f;
        images++;
        progress.accept(i + 1);
      }
      return features;
    }
  }

  /** Images of one pixel, of the levels 1, 2, 3…, the same in each part; the test part is empty. */
  private record Images(int size, String hash) implements Dataset {
    @Override
    public DatasetInfo info() {
      return new DatasetInfo.Image(
          "dots",
          new Task.Classification("class", List.of("odd", "even")),
          IMAGE,
          List.of(new DatasetInfo.Channel(1, 1, 0, 1)),
          Map.of(Part.TRAINING, size, Part.VALIDATION, size, Part.TEST, 0),
          hash);
    }

    @Override
    public Examples examples(Part part) {
      int own = part == Part.TEST ? 0 : size;
      byte[] levels = new byte[own];
      float[] targets = new float[own];
      for (int i = 0; i < own; i++) {
        levels[i] = (byte) (i + 1);
        targets[i] = i % 2;
      }
      int[] all = IntStream.range(0, own).toArray();
      return new Examples(
          new Pixels(IMAGE, levels, all, new double[1], new double[] {255}), targets);
    }
  }

  private FeatureCache cache() {
    return new FeatureCache(folder, MEBIBYTE);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static float[] values(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  @Test
  void theExamplesAreTheFeaturesWithTheTargetsOfTheImages() {
    Dataset data = cache().features(new Images(3, "h"), new Halves("a"), listener);

    Examples training = data.examples(Part.TRAINING);
    assertThat(values(training.features())).containsExactly(1, 0.5f, 2, 1, 3, 1.5f);
    assertThat(values(training.targets())).containsExactly(0, 1, 0);
    assertThat(data.examples(Part.TRAINING)).isSameAs(training);
    assertThat(data.examples(Part.TEST).size()).isZero();
    assertThat(data.info().input()).isEqualTo(TensorShape.of(2));
    assertThat(data.info().sizes()).containsEntry(Part.VALIDATION, 3);
    assertThat(data.extractor()).isPresent();
    assertThat(steps).contains("computing features of 3 images with halves");
  }

  @Test
  void partsAreComputedWhenTheyAreAskedFor() {
    Halves extractor = new Halves("a");
    Dataset data = cache().features(new Images(3, "h"), extractor, listener);

    assertThat(extractor.images).isZero();
    data.examples(Part.VALIDATION);
    assertThat(extractor.images).isEqualTo(3);
  }

  @Test
  void anotherProcessReadsTheFeaturesWithoutTheNetwork() {
    cache().features(new Images(3, "h"), new Halves("a"), listener).examples(Part.TRAINING);
    steps.clear();
    Halves untouched = new Halves("a");

    Dataset data = cache().features(new Images(3, "h"), untouched, listener);

    assertThat(values(data.examples(Part.TRAINING).features()))
        .containsExactly(1, 0.5f, 2, 1, 3, 1.5f);
    assertThat(data.info().input()).isEqualTo(TensorShape.of(2));
    assertThat(untouched.images).isZero();
    assertThat(untouched.opened).isZero();
    assertThat(steps).containsExactly("reading features from the cache", "preparing");
  }

  @Test
  void theSameProcessDoesNotReadThemAgain() throws IOException {
    FeatureCache cache = cache();
    Examples first =
        cache.features(new Images(3, "h"), new Halves("a"), listener).examples(Part.TRAINING);
    for (Path file : files()) {
      Files.delete(file);
    }
    Halves untouched = new Halves("a");
    Examples second =
        cache.features(new Images(3, "h"), untouched, listener).examples(Part.TRAINING);

    assertThat(values(second.features())).isEqualTo(values(first.features()));
    assertThat(untouched.images).isZero();
  }

  @Test
  void otherDataAndOtherNetworksAreComputed() {
    Dataset first = cache().features(new Images(3, "h"), new Halves("a"), listener);
    first.examples(Part.TRAINING);
    Halves otherNetwork = new Halves("b");
    Halves otherData = new Halves("a");

    Dataset second = cache().features(new Images(3, "h"), otherNetwork, listener);
    second.examples(Part.TRAINING);
    cache().features(new Images(3, "other"), otherData, listener).examples(Part.TRAINING);

    assertThat(otherNetwork.images).isEqualTo(3);
    assertThat(otherData.images).isEqualTo(3);
    assertThat(first.info().hash()).isNotEqualTo(second.info().hash());
  }

  @Test
  void aDamagedFileIsReplaced() throws IOException {
    cache().features(new Images(3, "h"), new Halves("a"), listener).examples(Part.TRAINING);
    Path file = files().get(0);
    byte[] sound = Files.readAllBytes(file);
    for (int position : new int[] {0, 9, 20, 30, sound.length - 12, sound.length - 1}) {
      byte[] damaged = sound.clone();
      damaged[position] ^= 4;
      Files.write(file, damaged);
      assertReplaced(file, sound);
    }
    for (int length : new int[] {0, 5, sound.length - 20, sound.length - 3}) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertReplaced(file, sound);
    }
  }

  private void assertReplaced(Path file, byte[] sound) throws IOException {
    Halves extractor = new Halves("a");
    Dataset data = cache().features(new Images(3, "h"), extractor, listener);

    assertThat(values(data.examples(Part.TRAINING).features()))
        .containsExactly(1, 0.5f, 2, 1, 3, 1.5f);
    assertThat(data.info().input()).isEqualTo(TensorShape.of(2));
    assertThat(extractor.images).isEqualTo(3);
    assertThat(file).hasBinaryContent(sound);
  }

  @Test
  void theFolderIsBounded() throws IOException {
    // 10,000 images take 80 KB, so that two fit into 200,000 bytes.
    for (String hash : List.of("one", "two", "three")) {
      new FeatureCache(folder, 200_000)
          .features(new Images(10_000, hash), new Halves("a"), listener)
          .examples(Part.TRAINING);
    }
    assertThat(files()).hasSize(2);

    new FeatureCache(folder.resolve("off"), 0)
        .features(new Images(3, "h"), new Halves("a"), listener)
        .examples(Part.TRAINING);
    assertThat(folder.resolve("off")).doesNotExist();
  }

  @Test
  void aFailedComputationLeavesNothing() {
    Halves failing =
        new Halves("a") {
          @Override
          public float[] extract(Pixels pixels, IntConsumer progress) {
            throw new InvalidBackboneException("savedModel", "no numbers");
          }
        };

    assertThat(
            catchThrowable(
                () ->
                    cache()
                        .features(new Images(3, "h"), failing, listener)
                        .examples(Part.TRAINING)))
        .hasMessage("no numbers");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tablesAreRefused() {
    Dataset table =
        new Dataset() {
          @Override
          public DatasetInfo info() {
            return new Images(1, "h").info();
          }

          @Override
          public Examples examples(Part part) {
            return new Examples(IMAGE, new float[] {1}, new float[] {0});
          }
        };

    assertThatThrownBy(
            () -> cache().features(table, new Halves("a"), listener).examples(Part.TRAINING))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("dots are no images");
  }

  @Test
  void foldsAreRefused() {
    Images images = new Images(3, "h");
    Dataset folded =
        new Dataset() {
          @Override
          public DatasetInfo info() {
            return images.info();
          }

          @Override
          public Examples examples(Part part) {
            return images.examples(part);
          }

          @Override
          public List<Dataset> folds() {
            return List.of(images, images);
          }
        };

    assertThatThrownBy(() -> cache().features(folded, new Halves("a"), listener))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("prepare.split.folds");
  }
}
