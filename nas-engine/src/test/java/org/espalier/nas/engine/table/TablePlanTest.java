package org.espalier.nas.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.engine.study.TokenSpace;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;

class TablePlanTest {
  private final SearchSpace space = TokenSpace.ofLength(3);
  private final TablePlan whole = TablePlan.whole(space, 2, 5);

  @Test
  void theWholeSpaceIsEachArchitectureWithEachSeed() {
    assertThat(whole.architectures()).isEqualTo(space.enumerate().toList());
    assertThat(whole.trainings()).isEqualTo(2 * whole.architectures().size());
    assertThat(whole.architectureOf(4)).isEqualTo(1);
    assertThat(whole.seedOf(4)).isEqualTo(1);
  }

  @Test
  void anArchitectureIsTrainedWithTheSameSeedsInASample() {
    TablePlan sample = TablePlan.sample(space, 4, 2, 5);

    assertThat(sample.architectures()).hasSize(4).doesNotHaveDuplicates();
    for (int training = 1; training <= sample.trainings(); training++) {
      Architecture architecture = sample.architectures().get(sample.architectureOf(training));
      int there = whole.architectures().indexOf(architecture) * 2 + sample.seedOf(training) + 1;
      assertThat(sample.trainingSeed(training)).isEqualTo(whole.trainingSeed(there));
    }
  }

  @Test
  void allTrainingsHaveSeedsOfTheirOwn() {
    assertThat(IntStream.rangeClosed(1, whole.trainings()).mapToObj(whole::trainingSeed))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSampleIsDrawnByTheSeed() {
    assertThat(TablePlan.sample(space, 4, 1, 1)).isEqualTo(TablePlan.sample(space, 4, 1, 1));
    assertThat(TablePlan.sample(space, 4, 1, 1).architectures())
        .isNotEqualTo(TablePlan.sample(space, 4, 1, 2).architectures());
  }

  @Test
  void refusesWhatHasNoEnd() {
    assertThatThrownBy(() -> TablePlan.whole(ReferenceSpace.MIXED.space(), 3, 1))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith("The search space is not finite");
    assertThatThrownBy(() -> TablePlan.whole(TokenSpace.ofLength(8), 3, 1))
        .isInstanceOf(NasException.class)
        .hasMessageEndingWith("tabulate a sample of it: --sample N.");
  }

  @Test
  void theControllerGoesOnWhereItWas() {
    TableController first = new TableController(whole, Fidelity.epochs(2));
    first.ask(5);
    TableController second = new TableController(whole, Fidelity.epochs(2));
    second.restore(first.snapshot());

    List<Proposal> proposals = second.ask(2);

    assertThat(proposals)
        .extracting(Proposal::architecture)
        .containsExactly(whole.architectures().get(2), whole.architectures().get(3));
    assertThat(second.ask(1000)).hasSize(whole.trainings() - 7);
    assertThat(second.ask(1)).isEmpty();
  }
}
