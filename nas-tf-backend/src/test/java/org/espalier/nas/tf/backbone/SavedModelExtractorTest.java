package org.espalier.nas.tf.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.PixelScale;
import org.espalier.nas.api.network.TensorShape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TUint8;

class SavedModelExtractorTest {
  private static final Shape IMAGES = Shape.of(-1, 8, 8, 3);

  @TempDir private Path temp;

  /** The numbers are those of Keras for the same images, scaled by its own functions. */
  @ParameterizedTest
  @CsvSource({
    "UNIT, 0.03720033, 0.05691930, 0.00193282, 0.16373417, 0.04397529, 0.06606793",
    "CAFFE, 25.654533, 40.674782, 22.303761, 32.551086, 22.777515, 41.216442",
    "TORCH, 0.25301439, 0.49274388, 0.12957065, 0.85620099, 0.34239453, 0.60550642",
    "SIGNED, 0.12703511, 0.33354831, 0.02078501, 0.45901719, 0.16724947, 0.38452700"
  })
  void featuresWithinANetworkEqualThoseOfKeras(
      PixelScale scale, float a, float b, float c, float d, float e, float f) {
    SavedModelExtractor gap = Models.keras("gap", scale);

    float[] features = gap.extract(Models.images(2), done -> {});

    assertThat(gap.output()).isEqualTo(TensorShape.of(4));
    float[] expected = {a, b, c, d, e, f};
    for (int i = 0; i < expected.length; i++) {
      assertThat(features[i]).isCloseTo(expected[i], within(1e-5f * Math.max(1, expected[i])));
    }
  }

  @Test
  void theOnlyOutputIsTheDefaultAndEqualsKeras() {
    SavedModelExtractor whole = Models.keras(null, PixelScale.UNIT);

    assertThat(whole.extract(Models.images(1), done -> {}))
        .containsExactly(new float[] {0.31598887f, 0.31222707f, 0.37178412f}, within(1e-5f));
    assertThat(whole.extract(Models.images(2), done -> {}))
        .isEqualTo(Models.keras("output_0", PixelScale.UNIT).extract(Models.images(2), d -> {}));
  }

  @Test
  void aNameMayBeThatOfAnOperationOrOfALayer() {
    String operation =
        Models.keras("gap", PixelScale.UNIT).graph().definition().getNodeList().stream()
            .map(node -> node.getName())
            .filter(name -> name.endsWith("/Mean"))
            .findFirst()
            .orElseThrow()
            .substring("backbone/".length());

    assertThat(Models.keras(operation, PixelScale.UNIT).extract(Models.images(2), done -> {}))
        .isEqualTo(Models.keras("gap", PixelScale.UNIT).extract(Models.images(2), done -> {}));
    assertThat(Models.keras("act", PixelScale.UNIT).output()).isEqualTo(TensorShape.of(8, 8, 4));
  }

  @Test
  void theMeanOverHeightAndWidthIsThatOfTheNetworksOwnPool() {
    SavedModelExtractor pooled =
        new SavedModelExtractor(
            new BackboneSettings(Models.KERAS, "act", PixelScale.UNIT, true), Models.IMAGE);

    assertThat(pooled.output()).isEqualTo(TensorShape.of(4));
    assertThat(pooled.extract(Models.images(3), done -> {}))
        .containsExactly(
            Models.keras("gap", PixelScale.UNIT).extract(Models.images(3), done -> {}),
            within(1e-6f));
  }

  @Test
  void imagesAreComputedInBatchesOfAtMost500() {
    List<Integer> done = new ArrayList<>();
    SavedModelExtractor gap = Models.keras("gap", PixelScale.UNIT);

    float[] features = gap.extract(Models.images(1003), done::add);

    assertThat(done).containsExactly(500, 1000, 1003);
    assertThat(features).hasSize(4012);
    // The pixels repeat after 256 values, so that image 1000 has those of image 0.
    assertThat(features[4000]).isCloseTo(features[0], within(1e-6f));
  }

  @Test
  void theGraphHasNoVariablesAndNoCalls() {
    assertThat(Models.keras(null, PixelScale.NONE).graph().definition().getNodeList())
        .extracting(node -> node.getOp())
        .contains("Conv2D", "Softmax")
        .doesNotContain("VarHandleOp", "ReadVariableOp", "StatefulPartitionedCall");
  }

  @Test
  void theIdentityDependsOnFilesAndSettings() throws IOException {
    String identity = Models.keras("gap", PixelScale.UNIT).identity();
    Path copy = temp.resolve("copy");
    copy(Models.KERAS, copy);

    assertThat(extractor(copy, "gap", PixelScale.UNIT).identity()).isEqualTo(identity);
    assertThat(Models.keras(null, PixelScale.UNIT).identity()).isNotEqualTo(identity);
    assertThat(Models.keras("gap", PixelScale.NONE).identity()).isNotEqualTo(identity);
    Path weights = copy.resolve("variables/variables.data-00000-of-00001");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length / 2] ^= 1;
    Files.write(weights, bytes);
    assertThat(extractor(copy, "gap", PixelScale.UNIT).identity()).isNotEqualTo(identity);
  }

  @Test
  void bytesAreAcceptedAsInput() throws IOException {
    Path folder = temp.resolve("bytes");
    Models.write(
        folder,
        TUint8.class,
        IMAGES,
        (tf, in) ->
            Map.of(
                "out",
                tf.math.mean(tf.dtypes.cast(in, TFloat32.class), tf.constant(new int[] {1, 2}))));

    float[] features = extractor(folder, null, PixelScale.NONE).extract(Models.images(1), d -> {});

    float mean = 0;
    for (int i = 0; i < 64; i++) {
      mean += Models.images(1).level(0, 3 * i) / 64f;
    }
    assertThat(features[0]).isCloseTo(mean, within(1e-3f));
  }

  @Test
  void aMissingFolderIsNamed() {
    refused(temp.resolve("nowhere"), null)
        .hasMessage(
            "savedModel (%s) does not exist; check the path.".formatted(temp.resolve("nowhere")));
  }

  @Test
  void aFolderWithoutAModelIsNamedWithTheWayToExportOne() {
    refused(temp, null).hasMessageContainingAll("(" + temp + ") is no SavedModel", "model.export");
  }

  @Test
  void aDamagedModelIsNamed() throws IOException {
    Path copy = temp.resolve("damaged");
    copy(Models.KERAS, copy);
    Files.write(copy.resolve("saved_model.pb"), new byte[] {1, 2, 3});

    refused(copy, null).hasMessageContainingAll("savedModel (" + copy + ") cannot be loaded");
  }

  @Test
  void anUnknownOutputListsTheKnownOnes() {
    refused(Models.KERAS, "gapp")
        .hasMessageContainingAll("output (gapp)", "output_0", "Softmax")
        .satisfies(error -> setting(error, "output"));
  }

  @Test
  void severalOutputsNeedAName() throws IOException {
    Path folder = temp.resolve("two");
    Models.write(
        folder,
        TFloat32.class,
        IMAGES,
        (tf, in) -> Map.<String, Operand<?>>of("a", tf.math.abs(in), "b", tf.math.neg(in)));

    refused(folder, null).hasMessageContainingAll("2 outputs", "a, b");
    assertThat(extractor(folder, "b", PixelScale.NONE).output()).isEqualTo(Models.IMAGE);
  }

  @Test
  void imagesOfAnotherSizeAreRefused() {
    assertThatThrownBy(
            () ->
                new SavedModelExtractor(
                        Models.settings(Models.KERAS, null, PixelScale.NONE),
                        TensorShape.of(8, 8, 1))
                    .output())
        .isInstanceOf(InvalidBackboneException.class)
        .hasMessageContainingAll("?×8×8×3", "?×8×8×1");
  }

  @Test
  void scalesForColourRefuseGreyImages() {
    assertThatThrownBy(
            () ->
                new SavedModelExtractor(
                        Models.settings(Models.KERAS, null, PixelScale.CAFFE),
                        TensorShape.of(8, 8, 1))
                    .output())
        .hasMessageContainingAll("preprocess (caffe)", "8×8×1")
        .satisfies(error -> setting(error, "preprocess"));
  }

  @Test
  void anInputOfAnotherTypeIsRefused() throws IOException {
    Path folder = temp.resolve("doubles");
    Models.write(folder, TFloat64.class, IMAGES, (tf, in) -> Map.of("out", tf.math.abs(in)));

    refused(folder, null).hasMessageContaining("DT_DOUBLE");
  }

  @Test
  void featuresOfNoFixedSizeAreRefused() throws IOException {
    Path all = temp.resolve("all");
    Models.write(all, IMAGES, (tf, in) -> tf.math.mean(in, tf.constant(new int[] {0, 1, 2, 3})));
    Path ragged = temp.resolve("ragged");
    Models.write(ragged, IMAGES, (tf, in) -> tf.reshape(in, tf.constant(new int[] {1, -1})));

    refused(all, null).hasMessageContaining("fixed sizes");
    refused(ragged, null).hasMessageContaining("fixed sizes");
  }

  @Test
  void sizesLeftOpenAreThoseOfTheImages() throws IOException {
    Path folder = temp.resolve("open");
    Models.write(folder, Shape.of(-1, -1, -1, 3), (tf, in) -> tf.math.abs(in));

    assertThat(extractor(folder, null, PixelScale.NONE).output()).isEqualTo(Models.IMAGE);
  }

  @Test
  void featuresThatAreNoNumbersAreRefused() throws IOException {
    Path folder = temp.resolve("nan");
    Models.write(folder, IMAGES, (tf, in) -> tf.math.log(tf.math.sub(in, tf.constant(1000f))));

    assertThatThrownBy(
            () -> extractor(folder, null, PixelScale.UNIT).extract(Models.images(2), done -> {}))
        .isInstanceOf(InvalidBackboneException.class)
        .hasMessageContainingAll("NaN", "image 1", "preprocess (unit)");
  }

  @Test
  void aNetworkLargerThanAGraphCanBeIsRefused() throws IOException {
    Path copy = temp.resolve("large");
    copy(Models.KERAS, copy);
    try (RandomAccessFile weights =
        new RandomAccessFile(
            copy.resolve("variables/variables.data-00000-of-00001").toFile(), "rw")) {
      weights.setLength(3L << 30);
    }

    refused(copy, null).hasMessageContainingAll("too large: 3072 MiB", "2000");
  }

  @Test
  void operationsWithAnEffectAreRefused() throws IOException {
    Path folder = temp.resolve("random");
    Models.write(
        folder,
        IMAGES,
        (tf, in) ->
            tf.math.add(
                in,
                tf.random.randomStandardNormal(tf.constant(new int[] {8, 8, 3}), TFloat32.class)));

    refused(folder, null).hasMessageContaining("RandomStandardNormal");
  }

  private static void setting(Throwable error, String setting) {
    assertThat(((InvalidBackboneException) error).setting()).isEqualTo(setting);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      Path folder, @Nullable String output) {
    return assertThatThrownBy(() -> extractor(folder, output, PixelScale.NONE).output())
        .isInstanceOf(InvalidBackboneException.class);
  }

  private static SavedModelExtractor extractor(
      Path folder, @Nullable String output, PixelScale scale) {
    return new SavedModelExtractor(Models.settings(folder, output, scale), Models.IMAGE);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
