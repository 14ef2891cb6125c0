package org.espalier.nas.searchspace.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.junit.jupiter.api.Test;

class MlpVocabularyTest {
  private final MlpVocabulary published =
      new MlpVocabulary(MlpSettings.published(), new Dense(3, Activation.SOFTMAX));

  @Test
  void theIdsAreThePublishedOnes() {
    List<Integer> nodes = List.of(8, 16, 32, 64, 128, 256, 512);
    List<Activation> activations =
        List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.ELU);
    for (int node = 0; node < nodes.size(); node++) {
      for (int activation = 0; activation < activations.size(); activation++) {
        assertThat(published.layer(4 * node + activation + 1))
            .isEqualTo(new Dense(nodes.get(node), activations.get(activation)));
      }
    }
    assertThat(published.layer(29)).isEqualTo(new Dropout(0.2));
    assertThat(published.layer(30)).isEqualTo(new Dense(3, Activation.SOFTMAX));
    assertThat(published.size()).isEqualTo(30);
  }

  @Test
  void theIdsFollowTheNumberOfActivationsAndRates() {
    MlpSettings settings =
        new MlpSettings(
            List.of(8, 16),
            List.of(Activation.GELU, Activation.RELU6, Activation.SWISH),
            List.of(0.1, 0.5),
            2,
            4,
            null);
    MlpVocabulary vocabulary = new MlpVocabulary(settings, new Dense(1, Activation.LINEAR));

    assertThat(vocabulary.labels())
        .containsExactly(
            "(8, gelu)",
            "(8, relu6)",
            "(8, swish)",
            "(16, gelu)",
            "(16, relu6)",
            "(16, swish)",
            "dropout(0.1)",
            "dropout(0.5)",
            "(1, linear)");
    assertThat(vocabulary.hiddenLayers()).isEqualTo(6);
    assertThat(vocabulary.dropouts()).isEqualTo(2);
  }

  @Test
  void architecturesSurviveEncoding() {
    MlpSearchSpace space = new MlpSearchSpace(MlpSettings.published(), Datasets.wine());

    assertThat(space.enumerate())
        .allMatch(a -> published.decode(published.encode(a)).equals(a))
        .allMatch(a -> published.decode(published.encodePadded(a, 5)).equals(a));
  }

  @Test
  void sequencesOfIdsSurviveDecoding() {
    var random = new RandomStreams(1).stream("test", 0);
    for (int repeat = 0; repeat < 100; repeat++) {
      int[] ids = random.ints(random.nextInt(8), 1, 31).toArray();
      assertThat(published.encode(published.decode(ids))).isEqualTo(ids);
    }
  }

  @Test
  void paddingFillsUpTheEnd() {
    Architecture shortest = published.decode(19, 30);

    assertThat(published.encodePadded(shortest, 4)).containsExactly(19, 30, 0, 0);
    assertThatThrownBy(() -> published.encodePadded(shortest, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length (1) must not be below that of [(128, relu), (3, softmax)] (2).");
  }

  @Test
  void unknownIdsAreRefused() {
    assertThatThrownBy(() -> published.decode(31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id (31) must lie between 1 and 30.");
    assertThatThrownBy(() -> published.decode(0, 30))
        .hasMessage("id (0) must lie between 1 and 30.");
    assertThatThrownBy(() -> published.decode(-1)).hasMessage("id (-1) must lie between 1 and 30.");
  }

  @Test
  void foreignChoicesAreRefused() {
    List<Choice> foreign =
        List.of(
            new Choice.Option("layer 1", 0, "(9, relu)"),
            new Choice.Option("layer 1", 30, "(8, sigmoid)"),
            new Choice.Option("layer 1", -1, "(8, sigmoid)"),
            new Choice.Whole("layer 1", 8));

    assertThat(foreign)
        .allSatisfy(
            choice ->
                assertThatThrownBy(() -> published.encode(new Architecture(List.of(choice))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(choice + " is not one of the layers [(8, sigmoid), "));
  }

  @Test
  void allActivationsButSoftmaxCanBeSearched() {
    List<Activation> all =
        Arrays.stream(Activation.values())
            .filter(activation -> activation != Activation.SOFTMAX)
            .toList();
    MlpSettings settings = new MlpSettings(List.of(8), all, List.of(), 2, 2, null);

    assertThat(new MlpVocabulary(settings, new Dense(3, Activation.SOFTMAX)).size())
        .isEqualTo(all.size() + 1);
  }
}
