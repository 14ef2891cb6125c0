package org.espalier.nas.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.testkit.space.TokenSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SharingEvaluatorTest {
  private static final List<Measurement> MEASURED =
      List.of(new Measurement(1, Map.of("loss", 2.0)), new Measurement(2, Map.of("loss", 1.0)));

  private final SearchSpace space = new TokenSpace(2, 3);
  private final SharedEvaluations shared = new SharedEvaluations();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch waiting = new CountDownLatch(1);
  private final AtomicInteger evaluations = new AtomicInteger();

  @Test
  @Timeout(60)
  void equalTrialsOfTwoSearchesAtOnceAreEvaluatedOnce() throws Exception {
    CompletableFuture<Outcome> first = evaluateUntilAnotherWaits(Progress.unwatched());
    begun.await();
    Outcome second = evaluator().evaluate(trial(7), new Waiting(false));

    assertThat(second.measurements()).isEqualTo(MEASURED).isEqualTo(first.join().measurements());
    assertThat(evaluations).hasValue(1);
  }

  @Test
  @Timeout(60)
  void anAbandonedTrialDoesNotWaitForAnEqualOne() throws Exception {
    CompletableFuture<Outcome> first = evaluateUntilAnotherWaits(Progress.unwatched());
    begun.await();
    Outcome second = evaluator().evaluate(trial(7), new Waiting(true));

    assertThat(second)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.message()).isEqualTo("The evaluation was abandoned."));
    first.join();
    assertThat(evaluations).hasValue(1);
  }

  @Test
  @Timeout(60)
  void aTrialIsEvaluatedIfAnEqualOneWasStoppedEarly() throws Exception {
    CompletableFuture<Outcome> first = evaluateUntilAnotherWaits(measurement -> Directive.STOP);
    begun.await();
    Outcome second = evaluator().evaluate(trial(7), new Waiting(false));

    first.join();
    assertThat(second.measurements()).isEqualTo(MEASURED);
    assertThat(evaluations).hasValue(2);
  }

  private CompletableFuture<Outcome> evaluateUntilAnotherWaits(Progress progress) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return evaluator().evaluate(trial(3), progress);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Returns an evaluator whose first evaluation ends when another trial waits or is evaluated. */
  private SharingEvaluator evaluator() {
    Evaluator counted =
        (trial, progress) -> {
          begun.countDown();
          if (evaluations.incrementAndGet() == 1) {
            waiting.await();
          } else {
            waiting.countDown();
          }
          MEASURED.forEach(progress::report);
          return new Outcome.Completed(MEASURED, Account.empty());
        };
    return new SharingEvaluator(counted, shared, "context", space);
  }

  private static Trial trial(int number) {
    return new Trial(number, Proposal.of(Architecture.empty(), Fidelity.epochs(2)), 5, 0);
  }

  /** A progress that tells when it is asked for abandonment. */
  private final class Waiting implements Progress {
    private final boolean abandoned;

    Waiting(boolean abandoned) {
      this.abandoned = abandoned;
    }

    @Override
    public Directive report(Measurement measurement) {
      return Directive.CONTINUE;
    }

    @Override
    public boolean abandoned() {
      waiting.countDown();
      return abandoned;
    }
  }
}
