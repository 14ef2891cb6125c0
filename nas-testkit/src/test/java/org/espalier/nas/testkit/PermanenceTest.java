package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

class PermanenceTest {
  private static final String CHECK = "behaviourIsAsRecorded";
  private static final String BEHAVIOUR = "2045a80bff45280c";

  @Test
  void theRecordedBehaviourPasses() {
    assertThat(Suites.trouble(Recorded.class, CHECK)).isEmpty();
  }

  @Test
  void anotherBehaviourFailsAndIsNamed() {
    assertThat(Suites.result(Changed.class, CHECK).getStatus()).isEqualTo(Status.FAILED);
    assertThat(Suites.trouble(Changed.class, CHECK))
        .get()
        .asString()
        .containsPattern("is now \"[0-9a-f]{16}\", recorded was \"" + BEHAVIOUR + "\"")
        .contains("change log");
  }

  @Test
  void asLongAsNoneIsRecordedTheCheckIsPassedOver() {
    assertThat(Suites.result(Unrecorded.class, CHECK).getStatus()).isEqualTo(Status.ABORTED);
    assertThat(Suites.trouble(Unrecorded.class, CHECK))
        .get()
        .asString()
        .contains("Let recordedBehaviour() return \"" + BEHAVIOUR + "\".");
  }

  static class Recorded extends Sound implements Permanence {
    @Override
    public String recordedBehaviour() {
      return BEHAVIOUR;
    }
  }

  /** A controller that draws its last proposals from another seed. */
  static class Changed extends Recorded {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      Shuffled other = new Shuffled(space, streams.studySeed() + 1);
      return new Shuffled(space, streams.studySeed()) {
        @Override
        Proposal proposal(int index) {
          return index < trials() - 1 ? super.proposal(index) : other.proposal(index);
        }
      };
    }
  }

  static class Unrecorded extends Sound implements Permanence {
    @Override
    public String recordedBehaviour() {
      return "";
    }
  }
}
