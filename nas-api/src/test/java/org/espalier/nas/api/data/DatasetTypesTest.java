package org.espalier.nas.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ReadOnlyBufferException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;

class DatasetTypesTest {
  private static final Task TASK = new Task.Classification("class", List.of("no", "yes"));

  @Test
  void thereIsAFeatureForEveryInput() {
    assertThatThrownBy(
            () ->
                new DatasetInfo.Tabular(
                    "d", TASK, TensorShape.of(2), List.of(Feature.raw("x")), Map.of(), "hash"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("features (1) must be as many as the input 2 has values.");
  }

  @Test
  void theSizesStandInTheOrderOfTheParts() {
    DatasetInfo info =
        new DatasetInfo.Tabular(
            "d",
            TASK,
            TensorShape.of(1),
            List.of(Feature.raw("x")),
            Map.of(Part.TEST, 1, Part.VALIDATION, 2, Part.TRAINING, 3),
            "hash");

    assertThat(info.sizes().keySet()).containsExactly(Part.TRAINING, Part.VALIDATION, Part.TEST);
  }

  @Test
  void imagesHaveAChannelForEachLastDimension() {
    List<DatasetInfo.Channel> channels =
        List.of(DatasetInfo.Channel.standardized(100, 50), DatasetInfo.Channel.standardized(7, 0));
    DatasetInfo.Image info =
        new DatasetInfo.Image("d", TASK, TensorShape.of(4, 5, 2), channels, Map.of(), "hash");

    assertThat(info.height()).isEqualTo(4);
    assertThat(info.width()).isEqualTo(5);
    assertThat(channels)
        .containsExactly(
            new DatasetInfo.Channel(100, 50, 100, 50), new DatasetInfo.Channel(7, 0, 7, 1));
    for (TensorShape wrong : List.of(TensorShape.of(4, 5, 3), TensorShape.of(4, 10))) {
      assertThatThrownBy(() -> new DatasetInfo.Image("d", TASK, wrong, channels, Map.of(), "hash"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "input (%s) must be height × width × channels, with as many channels as are described (2)."
                  .formatted(wrong));
    }
    assertThatThrownBy(() -> new DatasetInfo.Channel(1, 1, 0, 0))
        .hasMessage("scale (0.0) must be positive and finite, shift (0.0) finite.");
    assertThatThrownBy(() -> new DatasetInfo.Channel(1, 1, Double.NaN, 1))
        .hasMessage("scale (1.0) must be positive and finite, shift (NaN) finite.");
  }

  @Test
  void inputsAndTargetsAreSummedUp() {
    DatasetInfo.Channel grey = DatasetInfo.Channel.standardized(1, 1);
    Task ten =
        new Task.Classification("digit", IntStream.range(0, 10).mapToObj(i -> "" + i).toList());
    assertThat(
            new DatasetInfo.Image("d", ten, TensorShape.of(28, 28, 1), List.of(grey), Map.of(), "h")
                .summary())
        .isEqualTo("28×28×1 images, 10 classes");
    List<Feature> two = List.of(Feature.raw("x"), Feature.raw("y"));
    assertThat(table(new Task.MultiLabel("tags", List.of("a", "b", "c")), two).summary())
        .isEqualTo("2 features, 3 labels");
    assertThat(table(new Task.Regression("price"), List.of(Feature.raw("x"))).summary())
        .isEqualTo("1 feature, target price");
  }

  private static DatasetInfo table(Task task, List<Feature> features) {
    return new DatasetInfo.Tabular(
        "d", task, TensorShape.of(features.size()), features, Map.of(), "hash");
  }

  @Test
  void twoClassesAreBinary() {
    assertThat(new Task.Classification("class", List.of("no", "yes")).binary()).isTrue();
    assertThat(new Task.Classification("class", List.of("a", "b", "c")).binary()).isFalse();
    assertThatThrownBy(() -> new Task.Classification("class", List.of("only")))
        .hasMessage("classes [only] of class must be at least two.");
  }

  @Test
  void examplesAreReadOnly() {
    Examples examples =
        new Examples(TensorShape.of(2), new float[] {1, 2, 3, 4}, new float[] {0, 1});

    assertThat(examples.size()).isEqualTo(2);
    assertThat(examples.target(1)).isEqualTo(1);
    assertThat(examples.features().get(3)).isEqualTo(4);
    assertThatThrownBy(() -> examples.features().put(0, 9))
        .isInstanceOf(ReadOnlyBufferException.class);
    assertThatThrownBy(() -> examples.targets().put(0, 9))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  void examplesMayHaveSeveralTargets() {
    Examples examples =
        new Examples(TensorShape.of(1), new float[] {1, 2}, new float[] {0, 1, 1, 1, 0, 0}, 3);

    assertThat(examples.size()).isEqualTo(2);
    assertThat(examples.targetsPerExample()).isEqualTo(3);
    assertThat(examples.target(0, 2)).isEqualTo(1);
    assertThat(examples.target(1, 1)).isZero();
    assertThatThrownBy(() -> examples.target(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> examples.target(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Examples have 3 targets each; state which.");
    assertThatThrownBy(() -> new Examples(TensorShape.of(1), new float[2], new float[5], 3))
        .hasMessage("targets (5) must be targetsPerExample (3) for each example.");
    assertThatThrownBy(() -> new Examples(TensorShape.of(1), new float[3], new float[6], 3))
        .hasMessage("features (3) must hold 1 values for each of the 2 examples.");
  }

  @Test
  void theTaskDeterminesTheLastLayer() {
    Task labels = new Task.MultiLabel("tags", List.of("news", "sport"));
    assertThat(labels.outputLayer()).isEqualTo(new Dense(2, Activation.SIGMOID));
    assertThat(labels.targetsPerExample()).isEqualTo(2);
    assertThat(TASK.outputLayer()).isEqualTo(new Dense(1, Activation.SIGMOID));
    assertThat(TASK.targetsPerExample()).isEqualTo(1);
    assertThat(new Task.Classification("class", List.of("a", "b", "c")).outputLayer())
        .isEqualTo(new Dense(3, Activation.SOFTMAX));
    assertThat(new Task.Regression("y").outputLayer()).isEqualTo(new Dense(1, Activation.LINEAR));
  }

  @Test
  void labelsAreSeveralAndDistinct() {
    assertThatThrownBy(() -> new Task.MultiLabel("tags", List.of("only")))
        .hasMessage("labels [only] of tags must be at least two, all distinct.");
    assertThatThrownBy(() -> new Task.MultiLabel("tags", List.of("a", "a")))
        .hasMessage("labels [a, a] of tags must be at least two, all distinct.");
  }

  @Test
  void everyExampleHasAllItsFeatures() {
    assertThatThrownBy(() -> new Examples(TensorShape.of(2), new float[3], new float[2]))
        .hasMessage("features (3) must hold 2 values for each of the 2 examples.");
  }

  @Test
  void featuresAreNotDividedByZero() {
    assertThatThrownBy(() -> new Feature("x", "x", null, 1, 0, null))
        .hasMessage("scale (0.0) of x must be finite and not 0, shift (1.0) finite.");
  }
}
