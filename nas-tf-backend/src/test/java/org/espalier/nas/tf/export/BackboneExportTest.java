package org.espalier.nas.tf.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.PixelScale;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.backbone.Models;
import org.espalier.nas.tf.backbone.SavedModelExtractors;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.training.FinalTraining;
import org.espalier.nas.tf.training.FixedNetworks;
import org.espalier.nas.tf.training.SettingsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;

class BackboneExportTest {
  private static final Pixels IMAGES = Models.images(12);

  @TempDir private Path folder;

  /** Features of the same images in each part, by some extractor. */
  private record FeaturesOf(FeatureExtractor own) implements Dataset {
    @Override
    public DatasetInfo info() {
      List<Feature> features =
          IntStream.range(0, own.output().size()).mapToObj(i -> Feature.raw("f" + i)).toList();
      return new DatasetInfo.Tabular(
          "images",
          new Task.Classification("class", List.of("a", "b", "c")),
          own.output(),
          features,
          Map.of(),
          "hash");
    }

    @Override
    public Examples examples(Part part) {
      float[] targets = new float[IMAGES.size()];
      for (int i = 0; i < targets.length; i++) {
        targets[i] = i % 3;
      }
      return new Examples(own.output(), own.extract(IMAGES, done -> {}), targets);
    }

    @Override
    public Optional<FeatureExtractor> extractor() {
      return Optional.of(own);
    }
  }

  private static FeatureExtractor keras(String output, boolean pool) {
    return new SavedModelExtractors()
        .of(
            new BackboneSettings(Models.KERAS, output, PixelScale.UNIT, pool),
            new DatasetInfo.Image(
                "images",
                new Task.Classification("class", List.of("a", "b", "c")),
                Models.IMAGE,
                Collections.nCopies(
                    Models.IMAGE.dimensions().get(2), new DatasetInfo.Channel(100, 50, 0, 1)),
                Map.of(),
                "hash"));
  }

  private static TrainedNetwork train(FeatureExtractor extractor, LayerSpec... layers) {
    Dataset data = new FeaturesOf(extractor);
    FixedNetworks space =
        new FixedNetworks(List.of(new NetworkSpec(extractor.output(), List.of(layers))));
    return new FinalTraining(
            SettingsOf.defaults().settings(), space, data, StandardLayers.implementations())
        .train(space.architecture(0), 3, 1, Progress.unwatched());
  }

  private float[] load(float[] levels, int count) {
    try (SavedModelBundle model = SavedModelBundle.load(folder.toString());
        Tensor fed = Tensors.of(levels, Shape.of(count, 8, 8, 3));
        Result result = model.function("serving_default").call(Map.of("images", fed))) {
      return Tensors.floats(result.get("predictions").orElseThrow());
    }
  }

  private static float[] levels() {
    float[] levels = new float[IMAGES.size() * Models.IMAGE.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = IMAGES.level(i / Models.IMAGE.size(), i % Models.IMAGE.size());
    }
    return levels;
  }

  private void assertExportedAsTrained(FeatureExtractor extractor, LayerSpec... layers) {
    TrainedNetwork model = train(extractor, layers);
    float[] expected;
    try (InferenceGraph head =
        InferenceGraph.of(
            StandardLayers.builders(), model.network(), model.data(), model.weights())) {
      expected = head.predict(extractor.extract(IMAGES, done -> {}));
    }

    assertThat(model.export(folder)).contains("SavedModel");

    assertThat(load(levels(), IMAGES.size())).containsExactly(expected, within(1e-5f));
  }

  @Test
  void oneModelTakesPixelsAndPredictsLikeTheHeadOnItsFeatures() throws IOException {
    assertExportedAsTrained(
        keras("gap", false), new Dropout(0.2), new Dense(3, Activation.SOFTMAX));

    ObjectMapper json = new ObjectMapper();
    JsonNode description = json.readTree(folder.resolve("model.json").toFile());
    assertThat(description.at("/input/name").asText()).isEqualTo("images");
    assertThat(description.at("/input/example").toString()).isEqualTo("[8,8,3]");
    assertThat(description.get("backbone").asText()).isEqualTo("tiny-keras");
    assertThat(description.get("features")).isNull();
    JsonNode samples = json.readTree(folder.resolve("samples.json").toFile());
    assertThat(samples.get("examples").asInt()).isEqualTo(64);
    assertThat(samples.get("images")).hasSize(64 * 192);
    assertThat(samples.get("images").get(0).asDouble()).isBetween(0.0, 255.0);
  }

  @Test
  void featuresWithHeightAndWidthAreExported() {
    assertExportedAsTrained(
        keras("act", false),
        new Flatten(),
        new Dense(4, Activation.RELU),
        new Dense(3, Activation.SOFTMAX));
  }

  @Test
  void pooledFeaturesAreExported() {
    assertExportedAsTrained(keras("act", true), new Dense(3, Activation.SOFTMAX));
  }

  @Test
  void anExportCanItselfBeTheNetworkBelow() {
    TrainedNetwork model = train(keras("gap", false), new Dense(3, Activation.SOFTMAX));
    model.export(folder);
    FeatureExtractor again =
        new SavedModelExtractors()
            .of(
                new BackboneSettings(folder, null, PixelScale.NONE, false),
                new FeaturesOf(new Raw()).info());

    assertThat(again.output()).isEqualTo(TensorShape.of(3));
    assertThat(again.extract(IMAGES, done -> {}))
        .containsExactly(load(levels(), IMAGES.size()), within(1e-5f));
  }

  @Test
  void featuresOfAnotherOriginAreNotExported() {
    TrainedNetwork model = train(new Raw(), new Flatten(), new Dense(3, Activation.SOFTMAX));

    assertThatThrownBy(() -> model.export(folder))
        .isInstanceOf(ModelExportException.class)
        .hasMessageContaining("features of raw cannot be exported");
  }

  /** Gives the pixels themselves. */
  private static final class Raw implements FeatureExtractor {
    @Override
    public String name() {
      return "raw";
    }

    @Override
    public String identity() {
      return "raw";
    }

    @Override
    public TensorShape output() {
      return Models.IMAGE;
    }

    @Override
    public float[] extract(Pixels images, IntConsumer progress) {
      return levels();
    }
  }
}
