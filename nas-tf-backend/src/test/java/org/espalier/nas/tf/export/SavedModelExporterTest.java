package org.espalier.nas.tf.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.Offset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.Sessions;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.metric.ClassPredictions;
import org.espalier.nas.tf.metric.NumberPredictions;
import org.espalier.nas.tf.training.FinalTraining;
import org.espalier.nas.tf.training.FixedNetworks;
import org.espalier.nas.tf.training.SettingsOf;
import org.espalier.nas.tf.training.TableDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;

class SavedModelExporterTest {
  @TempDir Path folder;

  private static TrainedNetwork train(TableDataset data, int epochs, LayerSpec... layers) {
    FixedNetworks space =
        new FixedNetworks(List.of(new NetworkSpec(data.info().input(), List.of(layers))));
    return new FinalTraining(
            SettingsOf.defaults().settings(), space, data, StandardLayers.implementations())
        .train(space.architecture(0), epochs, 1, Progress.unwatched());
  }

  private static TrainedNetwork threeClasses() {
    return train(
        TableDataset.blobs(3, TensorShape.of(4), 200, 50),
        3,
        new Dense(16, Activation.GELU),
        new Dropout(0.2),
        new Dense(8, Activation.HARD_SIGMOID),
        new Dense(3, Activation.SOFTMAX));
  }

  private float[] load(float[] features, long... shape) {
    return load("features", features, shape);
  }

  private float[] load(String input, float[] features, long... shape) {
    try (SavedModelBundle model = Sessions.onProcessor().load(folder);
        Tensor fed = Tensors.of(features, Shape.of(shape));
        Result result = model.function("serving_default").call(Map.of(input, fed))) {
      return Tensors.floats(result.get("predictions").orElseThrow());
    }
  }

  @Test
  void theLoadedModelPredictsTheProbabilitiesOfTheTestPart() {
    TableDataset data = TableDataset.blobs(3, TensorShape.of(4), 200, 50);
    TrainedNetwork model = threeClasses();
    new SavedModelExporter(StandardLayers.builders()).export(model, folder);

    float[] features = new float[50 * 4];
    data.examples(Part.TEST).features().get(features);
    float[] loaded = load(features, 50, 4);
    ClassPredictions expected = (ClassPredictions) model.test();
    for (int i = 0; i < 50; i++) {
      for (int c = 0; c < 3; c++) {
        assertThat((double) loaded[3 * i + c])
            .isCloseTo(expected.probability(i, c), Offset.offset(1e-6));
      }
    }
  }

  @Test
  void oneSigmoidOutputBehindFlatten() {
    TrainedNetwork model =
        train(
            TableDataset.blobs(2, TensorShape.of(2, 3), 200, 50),
            3,
            new Flatten(),
            new Dense(4, Activation.SELU),
            new Dense(1, Activation.SIGMOID));
    new SavedModelExporter(StandardLayers.builders()).export(model, folder);

    float[] loaded = load(new float[18], 3, 2, 3);
    assertThat(loaded).hasSize(3);
    assertThat(loaded[0]).isBetween(0f, 1f);
    assertThat(description().get("output"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("meaning", "the probability of the class class 1");
  }

  @Test
  void anImageIsTakenWithItsLevelsAndScaledByTheModel() {
    TensorShape shape = TensorShape.of(4, 6, 3);
    TableDataset data = TableDataset.images(shape, 120, 20);
    TrainedNetwork model =
        train(
            data,
            3,
            new Flatten(),
            new Dense(4, Activation.RELU),
            new Dense(1, Activation.SIGMOID));
    new SavedModelExporter(StandardLayers.builders()).export(model, folder);

    Pixels pixels = data.examples(Part.TEST).pixels().orElseThrow();
    float[] levels = new float[20 * shape.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = pixels.level(i / shape.size(), i % shape.size());
    }
    float[] loaded = load("images", levels, 20, 4, 6, 3);
    ClassPredictions expected = (ClassPredictions) model.test();
    for (int i = 0; i < 20; i++) {
      assertThat((double) loaded[i]).isCloseTo(expected.probability(i, 1), Offset.offset(1e-5));
    }
    assertThat(loaded[0]).isNotCloseTo(loaded[1], Offset.offset(0.1f));
    assertLayersAreNamed(model.network());
    Map<String, Object> images = new LinkedHashMap<>();
    images.put("height", 4);
    images.put("width", 6);
    images.put("layout", "height, width, channels");
    images.put("colours", List.of("red", "green", "blue"));
    images.put(
        "channels",
        List.of(
            Map.of("mean", 120.0, "deviation", 60.0, "shift", 100.0, "scale", 50.0),
            Map.of("mean", 120.0, "deviation", 60.0, "shift", 110.0, "scale", 55.0),
            Map.of("mean", 120.0, "deviation", 60.0, "shift", 120.0, "scale", 60.0)));
    assertThat(description()).containsEntry("images", images).doesNotContainKey("features");
    assertThat(((Map<?, ?>) description().get("input")).get("scaling"))
        .isEqualTo("none: the model takes levels from 0 to 255 and scales them itself");
    assertThat((List<?>) read("samples.json").get("images"))
        .allMatch(level -> (Double) level >= 0 && (Double) level <= 255 && (Double) level % 1 == 0);
  }

  private void assertLayersAreNamed(NetworkSpec network) {
    try (SavedModelBundle bundle = Sessions.onProcessor().load(folder)) {
      for (LayerNode node : network.nodes()) {
        assertThat(bundle.graph().operation(node.name())).as(node.name()).isNotNull();
      }
    }
  }

  @Test
  void largeImagesHaveFewerSamples() {
    TensorShape shape = TensorShape.of(200, 200, 3);
    TrainedNetwork model =
        train(
            TableDataset.images(shape, 4, 2),
            1,
            new GlobalAveragePool(),
            new Dense(1, Activation.SIGMOID));
    new SavedModelExporter(StandardLayers.builders()).export(model, folder);

    assertThat(read("samples.json")).containsEntry("examples", 2);
    assertThat((List<?>) read("samples.json").get("images")).hasSize(2 * shape.size());
  }

  @Test
  void aNumberIsExportedAsItIs() {
    TrainedNetwork model =
        train(
            TableDataset.numbers(x -> 50 * x[0] - 20, 200, 50),
            20,
            new Dense(8, Activation.RELU),
            new Dense(1, Activation.LINEAR));
    new SavedModelExporter(StandardLayers.builders()).export(model, folder);

    assertThat(model.test()).isInstanceOf(NumberPredictions.class);
    assertThat(load(new float[] {1, 0}, 1, 2)[0]).isGreaterThan(load(new float[] {-1, 0}, 1, 2)[0]);
    assertThat(description()).doesNotContainKey("confusionMatrix");
  }

  private Map<String, Object> description() {
    return read("model.json");
  }

  private Map<String, Object> read(String file) {
    try {
      return new ObjectMapper()
          .readValue(folder.resolve(file).toFile(), new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void describesHowFeaturesAreMadeAndWhatTheOutputsMean() {
    TrainedNetwork model = threeClasses();
    new SavedModelExporter(StandardLayers.builders()).export(model, folder);

    Map<String, Object> description = description();
    assertThat(description)
        .containsEntry(
            "architecture", "[(16, gelu), dropout(0.2), (8, hard_sigmoid), (3, softmax)]")
        .containsEntry("parameters", 5 * 16 + 17 * 8 + 9 * 3)
        .containsEntry(
            "task",
            Map.of(
                "target", "kind",
                "type", "classification",
                "classes", List.of("class 0", "class 1", "class 2")))
        .containsEntry("metrics", model.testMetrics());
    List<?> features = (List<?>) description.get("features");
    assertThat(features).hasSize(4);
    Map<String, Object> feature = new LinkedHashMap<>();
    feature.put("name", "x0");
    feature.put("column", "x0");
    feature.put("category", null);
    feature.put("shift", 0.0);
    feature.put("scale", 1.0);
    feature.put("missing", null);
    feature.put("encoding", null);
    assertThat(features.get(0)).isEqualTo(feature);
    assertThat((List<?>) description.get("confusionMatrix")).hasSize(3);
  }

  @Test
  void theDescriptionIsIndentedAscii() throws IOException {
    new SavedModelExporter(StandardLayers.builders()).export(threeClasses(), folder);

    assertThat(Files.readString(folder.resolve("model.json")))
        .startsWith("{\n  \"architecture\" : \"[(16, gelu), dropout(0.2), ")
        .contains("\n  \"layers\" : [ \"")
        .endsWith("\n}\n")
        .isASCII();
    assertThat(ExportJson.text(Map.of("größe", List.of(1, Double.NaN))))
        .isEqualTo("{\n  \"gr\\u00F6\\u00DFe\" : [ 1, \"NaN\" ]\n}\n");
  }

  @Test
  void samplesHoldInputsAndOutputs() {
    new SavedModelExporter(StandardLayers.builders()).export(threeClasses(), folder);

    Map<String, Object> samples = read("samples.json");
    assertThat((List<?>) samples.get("features")).hasSize(64 * 4);
    assertThat((List<?>) samples.get("predictions")).hasSize(64 * 3);
  }

  @Test
  void anEarlierExportIsReplaced() {
    new SavedModelExporter(StandardLayers.builders()).export(threeClasses(), folder);
    new SavedModelExporter(StandardLayers.builders()).export(threeClasses(), folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("saved_model.pb", "model.json", "samples.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void outputsThatDifferAreATypedError() {
    assertThatThrownBy(
            () ->
                SavedModelExporter.requireSame(
                    folder, 1, new float[] {0.5f, 0.5f}, new float[] {0.5f, 0.5001f}))
        .isInstanceOf(ModelExportException.class)
        .hasMessageContaining("predicts otherwise");
    assertThatThrownBy(
            () ->
                SavedModelExporter.requireSame(
                    folder, 1, new float[] {0.5f}, new float[] {Float.NaN}))
        .isInstanceOf(ModelExportException.class);
    assertThatThrownBy(
            () ->
                SavedModelExporter.requireSame(
                    folder, 1e-6, new float[] {1e-6f}, new float[] {1.001e-6f}))
        .isInstanceOf(ModelExportException.class);
  }

  @Test
  void aScaledNumberIsExportedInTheUnitsOfTheData() {
    TargetScale linear = new TargetScale(TargetScale.Kind.STANDARDIZE, 3e5, 2e4);
    assertExportedInUnits(linear, "standardize");
    assertExportedInUnits(new TargetScale(TargetScale.Kind.STANDARDIZE, 2e-6, 1e-6), "standardize");
    assertExportedInUnits(new TargetScale(TargetScale.Kind.LOG, 3, 0.5), "log");
    assertExportedInUnits(TargetScale.none(), "none");
  }

  private void assertExportedInUnits(TargetScale scale, String kind) {
    TableDataset data =
        TableDataset.numbers(x -> x[0] - x[1], 200, 50).withTask(new Task.Regression("y", scale));
    TrainedNetwork model =
        train(data, 5, new Dense(8, Activation.RELU), new Dense(1, Activation.LINEAR));
    new SavedModelExporter(StandardLayers.builders()).export(model, folder);

    Examples test = data.examples(Part.TEST);
    float[] features = new float[test.size() * 2];
    test.features().get(features);
    float[] loaded = load(features, test.size(), 2);
    double error = 0;
    for (int i = 0; i < loaded.length; i++) {
      error += Math.abs(loaded[i] - scale.value(test.target(i))) / loaded.length;
    }
    assertThat(error)
        .isCloseTo(((NumberPredictions) model.test()).mae(), Offset.offset(1e-4 * scale.unit()));
    assertThat((List<?>) read("samples.json").get("predictions"))
        .map(value -> ((Number) value).doubleValue() / scale.unit())
        .allSatisfy(
            value ->
                assertThat(value)
                    .isBetween(scale.value(-9) / scale.unit(), scale.value(9) / scale.unit()));
    assertThat((Map<?, ?>) description().get("task"))
        .isEqualTo(
            Map.of(
                "target", "y",
                "type", "regression",
                "scaling", Map.of("kind", kind, "shift", scale.shift(), "scale", scale.scale())));
    assertThat((Map<?, ?>) description().get("output"))
        .extracting("meaning")
        .isEqualTo("the predicted y, in the data's units");
  }

  @Test
  void aFolderThatCannotBeWrittenIsATypedError() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(
            () -> new SavedModelExporter(StandardLayers.builders()).export(threeClasses(), file))
        .isInstanceOf(ModelExportException.class)
        .hasMessageContaining("cannot be exported to " + file);
  }
}
