package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Checks of an evaluator's treatment of trials that continue other ones. */
final class ContinuationChecks {
  private final EvaluatorContract contract;

  ContinuationChecks(EvaluatorContract contract) {
    this.contract = contract;
  }

  /**
   * Checks that an evaluator resumes where the other trial ended or starts from scratch, since a
   * controller may continue any trial.
   */
  void hasAllStepsAndReportsItsOwn() throws Exception {
    Continued continued = continued();
    List<Measurement> measured = continued.outcome().measurements();
    List<Measurement> told = continued.progress().told();
    int own = measured.size() - told.size();

    assertThat(continued.outcome())
        .as("the outcome of a continued trial")
        .isInstanceOf(Outcome.Completed.class);
    assertThat(own == 0 || own == continued.progress().continued().size())
        .as(
            "whether %s of the steps %s were reported: all, or those that the continued trial"
                + " lacks",
            told, measured)
        .isTrue();
    assertThat(measured.subList(own, measured.size())).isEqualTo(told);
    assertThat(measured.get(0).step())
        .as("the first step of the outcome")
        .isEqualTo(continued.progress().continued().get(0).step());
    if (own > 0) {
      assertThat(measured.subList(0, own)).isEqualTo(continued.progress().continued());
      assertThat(continued.outcome().account().cost().epochs())
          .as("epochs that a trial which continues another trained itself")
          .isNotNull()
          .isLessThan(contract.fidelity().epochs());
    }
  }

  void measuresWhatOneInOneGoDoes() throws Exception {
    try (Evaluator evaluator = contract.evaluator()) {
      Repeatable inOneGo = Repeatable.of(evaluator, contract.trial(1, contract.fidelity()));
      assertThat(continued().outcome().measurements()).isEqualTo(inOneGo.measurements());
    }
  }

  /** The outcome and progress of a trial that continues a first one of one epoch. */
  private record Continued(Outcome outcome, ScriptedProgress progress) {}

  private Continued continued() throws Exception {
    Trial first = contract.trial(1, new Fidelity(1, contract.fidelity().dataFraction()));
    Proposal more = new Proposal(first.proposal().architecture(), contract.fidelity(), 1, null);
    try (Evaluator evaluator = contract.evaluator()) {
      List<StudyListener> listeners = contract.listeners();
      listeners.forEach(listener -> listener.retained(Set.of(1, 2)));
      Outcome before = evaluator.evaluate(first, Progress.unwatched());
      TrialResult result = new TrialResult(first, before, 0.0);
      listeners.forEach(listener -> listener.storing(result));
      listeners.forEach(listener -> listener.finished(result));
      listeners.forEach(listener -> listener.told(result, 1));
      ScriptedProgress progress = new ScriptedProgress(Directive.CONTINUE, before.measurements());
      Trial second = new Trial(2, more, first.seed(), 1);
      return new Continued(evaluator.evaluate(second, progress), progress);
    }
  }
}
