package org.espalier.nas.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.statistics.ChoiceFrequencies.Group;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.junit.jupiter.api.Test;

class ChoiceFrequenciesTest {
  private static final List<String> OPERATIONS = List.of("none", "skip", "conv");

  @Test
  void countsEachDecisionInAllTrialsAndInTheLastQuarter() {
    List<Architecture> architectures = new ArrayList<>();
    for (int trial = 0; trial < 8; trial++) {
      architectures.add(
          new Architecture(
              List.of(
                  operation("edge 0-1", trial < 6 ? trial % 2 : 2),
                  operation("edge 0-2", trial % 3))));
    }

    ChoiceFrequencies frequencies = ChoiceFrequencies.of(architectures);

    assertThat(frequencies.all()).isEqualTo(8);
    assertThat(frequencies.last()).isEqualTo(2);
    Group group = frequencies.groups().get(0);
    assertThat(group.options()).isEqualTo(OPERATIONS);
    assertThat(group.rows().get(0).decision()).isEqualTo("edge 0-1");
    assertThat(group.rows().get(0).inAll("conv")).isEqualTo(2 / 8.0);
    assertThat(group.rows().get(0).inLast("conv")).isEqualTo(1);
    assertThat(group.rows().get(0).inLast("none")).isZero();
    assertThat(group.rows().get(1).inAll("none")).isEqualTo(3 / 8.0);
    assertThat(group.total().inAll("conv")).isEqualTo((2 + 2) / 16.0);
    assertThat(group.total().inLast("conv")).isEqualTo(2 / 4.0);
  }

  @Test
  void dividesByTheTrialsThatMadeTheDecision() {
    List<Architecture> architectures =
        List.of(
            new Architecture(List.of(operation("a", 0), operation("b", 1))),
            new Architecture(List.of(operation("a", 1))),
            new Architecture(List.of(operation("a", 0))));

    Group group = ChoiceFrequencies.of(architectures).groups().get(0);

    assertThat(group.rows().get(1).inAll("skip")).isEqualTo(1);
    assertThat(group.rows().get(1).inLast("skip")).isZero();
    assertThat(group.rows().get(0).inAll("none")).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void keepsDecisionsWithOtherOptionsApart() {
    List<Architecture> architectures = new ArrayList<>();
    for (int trial = 0; trial < 9; trial++) {
      architectures.add(
          new Architecture(
              List.of(
                  operation("left operation", trial % 3),
                  input("left input", trial % 2),
                  operation("right operation", (trial + 1) % 3),
                  input("right input", trial % 3),
                  new Choice.Option("optimizer", trial % 2, trial % 2 == 0 ? "adam" : "sgd"),
                  new Choice.Whole("filters", 16))));
    }

    List<Group> groups = ChoiceFrequencies.of(architectures).groups();

    assertThat(groups).hasSize(2);
    assertThat(groups.get(0).rows())
        .extracting(ChoiceFrequencies.Row::decision)
        .containsExactly("left operation", "right operation");
    assertThat(groups.get(1).options()).containsExactly("h[i-1]", "h[i]", "block 1");
    assertThat(groups.get(1).rows().get(0).inAll("block 1")).isZero();
  }

  private static Choice operation(String decision, int index) {
    return new Choice.Option(decision, index, OPERATIONS.get(index));
  }

  private static Choice input(String decision, int index) {
    return new Choice.Option(decision, index, List.of("h[i-1]", "h[i]", "block 1").get(index));
  }
}
