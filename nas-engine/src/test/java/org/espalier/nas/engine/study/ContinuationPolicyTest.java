package org.espalier.nas.engine.study;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.trial.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals that continue what cannot be continued. */
class ContinuationPolicyTest {

  @TempDir Path folder;

  private final StudyFixture fixture = new StudyFixture();

  private Proposal fresh(int epochs) {
    return ScriptedController.fresh(fixture.space, epochs);
  }

  private Proposal continuing(int parent, int epochs) {
    return ScriptedController.continuing(fixture.space, parent, epochs);
  }

  private void run(ScriptedController controller) {
    fixture.controller = controller;
    fixture.run(folder);
  }

  private void assertRefused(ScriptedController controller, String message) {
    assertThatThrownBy(() -> run(controller)).isInstanceOf(NasException.class).hasMessage(message);
  }

  @Test
  void asManyEpochsAreEnough() {
    assertThatCode(
            () ->
                run(new ScriptedController(List.of(fresh(2), continuing(1, 2), continuing(1, 3)))))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyWhatWasToldIsContinued() {
    assertRefused(
        new ScriptedController(List.of(fresh(2), continuing(2, 4))),
        "Trial 2 cannot continue trial 2, as the controller proposed: only trials whose results"
            + " were told can be; those are 1.");
  }

  @Test
  void noTrialHasTheNumberZero() {
    assertRefused(
        new ScriptedController(List.of(continuing(0, 4))),
        "Trial 1 cannot continue trial 0, as the controller proposed: only trials whose results"
            + " were told can be; those are 0.");
  }

  @Test
  void epochsDoNotBecomeFewer() {
    assertRefused(
        new ScriptedController(List.of(fresh(3), continuing(1, 2))),
        "Trial 2 cannot continue trial 1, as the controller proposed: epochs (2) must not be"
            + " fewer than those of that trial (3), which count.");
  }

  @Test
  void whatFailedIsNotContinued() {
    Evaluator failing =
        (trial, progress) -> {
          throw new IllegalStateException("on purpose");
        };
    fixture.evaluators = () -> failing;
    assertRefused(
        new ScriptedController(List.of(fresh(2), continuing(1, 4))),
        "Trial 2 cannot continue trial 1, as the controller proposed: it failed.");
  }

  @Test
  void whatWasGivenUpIsNotContinued() {
    assertRefused(
        new ScriptedController(List.of(fresh(2), continuing(1, 4)), true, 1),
        "Trial 2 cannot continue trial 1, as the controller proposed: it was not among those that"
            + " continuable() gave, so that its state is gone.");
  }

  @Test
  void whoeverContinuesSaysSo() {
    assertRefused(
        new ScriptedController(List.of(fresh(2), continuing(1, 4)), false, 0),
        "Trial 2 cannot continue trial 1, as the controller proposed: the controller says by"
            + " continuesTrials() that it never continues one.");
  }
}
