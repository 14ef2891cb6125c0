package org.espalier.nas.api.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final Choice kind = new Choice.Option("kind", 1, "(128, relu)");
  private final Choice units = new Choice.Whole("units", 32);
  private final Choice rate = new Choice.Real("rate", 0.1);

  @Test
  void itGrowsByOneChoiceAndStaysAsItIs() {
    Architecture shorter = Architecture.empty().with(kind);
    Architecture longer = shorter.with(units);

    assertThat(shorter.choices()).containsExactly(kind);
    assertThat(longer.choices()).containsExactly(kind, units);
    assertThat(longer.size()).isEqualTo(2);
    assertThat(longer.prefix(1)).isEqualTo(shorter).hasSameHashCodeAs(shorter);
    assertThat(longer.prefix(0)).isEqualTo(Architecture.empty());
  }

  @Test
  void itIsACopy() {
    List<Choice> choices = new ArrayList<>(List.of(kind));
    Architecture architecture = new Architecture(choices);
    choices.add(units);

    assertThat(architecture.size()).isEqualTo(1);
  }

  @Test
  void choicesAreFoundByTheirDecision() {
    Architecture architecture = new Architecture(List.of(kind, units));

    assertThat(architecture.choice("units")).contains(units);
    assertThat(architecture.choice("rate")).isEmpty();
  }

  @Test
  void answersAreReadByTheirKind() {
    Architecture architecture = new Architecture(List.of(kind, units, rate));

    assertThat(architecture.option("kind")).isEqualTo("(128, relu)");
    assertThat(architecture.integer("units")).isEqualTo(32);
    assertThat(architecture.real("rate")).isEqualTo(0.1);
    assertThat(architecture.real("units")).isEqualTo(32);
    assertThat(architecture.option("rate")).isEqualTo("0.1");
    assertThat(new Architecture(List.of(new Choice.Option("n", 2, "7"))).integer("n")).isEqualTo(7);
    assertThatThrownBy(() -> architecture.integer("rate"))
        .hasMessage("The answer to rate (0.1) is not an integer; read it as an option.");
    assertThatThrownBy(() -> architecture.integer("unit"))
        .hasMessage(
            "The architecture [(128, relu), 32, 0.1] has no decision unit; its decisions are"
                + " [kind, units, rate].");
  }

  @Test
  void theOrderOfTheDecisionsMatters() {
    assertThat(new Architecture(List.of(kind, units)))
        .isNotEqualTo(new Architecture(List.of(units, kind)));
  }

  @Test
  void tablesNameWhatIsNoLayerAndRound() {
    Choice layer = new Choice.Option("layer 1", 0, "(64, relu)");
    Choice exact = new Choice.Real("optimizer.learningRate", 0.01234567);
    Choice batch = new Choice.Whole("batch", 123456);
    assertThat(new Architecture(List.of(layer, exact, batch)).summary())
        .isEqualTo("[(64, relu); optimizer.learningRate=0.01235, batch=123456]");
    assertThat(new Architecture(List.of(rate)).summary()).isEqualTo("[rate=0.1]");
    assertThat(new Architecture(List.of(layer)).summary()).isEqualTo("[(64, relu)]");
  }

  @Test
  void tablesGroupTheDecisionsOfALayer() {
    assertThat(
            new Architecture(
                    List.of(
                        new Choice.Whole("layers", 2),
                        new Choice.Option("kernel 1", 0, "3"),
                        new Choice.Whole("filters 1", 16),
                        new Choice.Option("kernel 2", 1, "5"),
                        new Choice.Real("dropout 2", 0.25),
                        new Choice.Option("pooling", 0, "flatten")))
                .summary())
        .isEqualTo("[layers=2; (3, 16), (5, 0.25); pooling=flatten]");
  }

  @Test
  void itPrintsTheValues() {
    assertThat(new Architecture(List.of(kind, units, rate))).hasToString("[(128, relu), 32, 0.1]");
    assertThat(Architecture.empty()).hasToString("[]");
  }
}
