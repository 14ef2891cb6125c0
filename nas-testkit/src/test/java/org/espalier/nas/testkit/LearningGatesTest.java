package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.problem.ReferenceProblems;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * A test that controllers that learn pass the gates, and others fail.
 *
 * <p>The seeds are fixed; with random seeds, the gates would let the random controller pass with
 * the probabilities that their Javadoc states.
 */
class LearningGatesTest {

  @Test
  void aControllerThatLearnsPasses() {
    assertThat(Suites.trouble(Learner.class, "findsWhatIsHidden")).isEmpty();
    assertThat(Suites.trouble(Learner.class, "beatsRandomSearch")).isEmpty();
  }

  @Test
  void aControllerThatLearnsNumbersPasses() {
    assertThat(Suites.trouble(LearnerOfNumbers.class, "beatsRandomSearch")).isEmpty();
  }

  @Test
  void aRandomControllerIsStopped() {
    assertThat(Suites.trouble(RandomAgain.class, "findsWhatIsHidden"))
        .get()
        .asString()
        .contains("in how many of 20 seeds the optimum was found within 400 trials");
    assertThat(Suites.trouble(RandomAgain.class, "beatsRandomSearch"))
        .get()
        .asString()
        .contains("p-value of being better than random search at the graded bandit");
  }

  @Test
  void aControllerThatIsBetterOnOneProblemOnlyIsStopped() {
    assertThat(Suites.trouble(LearnerOfBandits.class, "beatsRandomSearch"))
        .get()
        .asString()
        .contains("p-value of being better than random search at the NK landscape");
  }

  @Test
  void oneProblemIsNotEnough() {
    assertThat(Suites.result(OneProblem.class, "beatsRandomSearch").getStatus())
        .isEqualTo(Status.FAILED);
  }

  @Test
  void aGateNeedsTheContract() {
    assertThat(Suites.trouble(GateWithoutContract.class, "findsWhatIsHidden"))
        .get()
        .asString()
        .contains("GateWithoutContract must extend ControllerContract");
  }

  static class Learner extends Sound implements LearnsBandit, BeatsRandom {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new Climber(space, streams);
    }
  }

  static class LearnerOfNumbers extends Learner {
    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(ReferenceProblems::branin, ReferenceProblems::hiddenPoint);
    }
  }

  static class RandomAgain extends Sound implements LearnsBandit, BeatsRandom {}

  /** A controller that learns only with six decisions, as in the bandit. */
  static class LearnerOfBandits extends Learner {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return space.decisions().size() == 6
          ? new Climber(space, streams)
          : new Shuffled(space, streams.studySeed());
    }
  }

  static class OneProblem extends Learner {
    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(ReferenceProblems::gradedBandit);
    }
  }

  static class GateWithoutContract implements LearnsBandit {}
}
