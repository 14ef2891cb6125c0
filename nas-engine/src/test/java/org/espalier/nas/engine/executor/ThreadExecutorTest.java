package org.espalier.nas.engine.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.objective.ProcessAccess;
import org.junit.jupiter.api.Test;

class ThreadExecutorTest extends TrialExecutorContract {

  private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  private final AtomicInteger open = new AtomicInteger();

  @Override
  protected TrialExecutorFactory factory() {
    return failed -> new ThreadExecutor(1, ScriptedEvaluator::new, new ProcessAccess(), failed);
  }

  /** An evaluator that is counted while it is open. */
  private final class Counted implements Evaluator {
    private final ScriptedEvaluator scripted = new ScriptedEvaluator();

    Counted() {
      open.incrementAndGet();
    }

    @Override
    public Outcome evaluate(Trial trial, Progress progress) throws Exception {
      return scripted.evaluate(trial, progress);
    }

    @Override
    public void close() {
      open.decrementAndGet();
      throw new IllegalStateException("close");
    }
  }

  @Test
  void eachThreadClosesItsEvaluator() throws Exception {
    ThreadExecutor executor =
        new ThreadExecutor(2, Counted::new, new ProcessAccess(), failures::add);
    RecordedAttempt one = RecordedAttempt.of(1, "waits");
    RecordedAttempt other = RecordedAttempt.of(2, "waits");
    executor.submit(one);
    executor.submit(other);
    one.awaitBeginning();
    other.awaitBeginning();
    assertThat(open).hasValue(2);
    one.abandon();
    other.abandon();
    executor.close();

    assertThat(open).hasValue(0);
    assertThat(failures).hasSize(2).allMatch(failure -> "close".equals(failure.getMessage()));
  }

  @Test
  void anEvaluatorThatCannotBeCreatedIsReported() throws Exception {
    RecordedAttempt attempt = RecordedAttempt.of(1, "completes");
    try (ThreadExecutor executor =
        new ThreadExecutor(
            1,
            () -> {
              throw new IllegalStateException("no evaluator");
            },
            new ProcessAccess(),
            failures::add)) {
      executor.submit(attempt);
      assertThat(failures.poll(60, TimeUnit.SECONDS)).hasMessage("no evaluator");
    }
    assertThat(attempt.calls()).isEmpty();
  }
}
