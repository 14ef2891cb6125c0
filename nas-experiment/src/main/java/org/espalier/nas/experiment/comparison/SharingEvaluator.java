package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * An evaluator that reuses the outcomes of other searches of the comparison. While one search
 * evaluates a trial, equal trials of others wait for it.
 */
final class SharingEvaluator implements Evaluator {
  /** Milliseconds between two checks for abandonment. */
  private static final long UNWATCHED = 50;

  private final Evaluator evaluator;
  private final SharedEvaluations shared;
  private final String context;
  private final SearchSpace space;

  SharingEvaluator(
      Evaluator evaluator, SharedEvaluations shared, String context, SearchSpace space) {
    this.evaluator = evaluator;
    this.shared = shared;
    this.context = context;
    this.space = space;
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) throws Exception {
    SharedEvaluations.Key key = SharedEvaluations.key(context, space, trial);
    Lock lock = shared.lock(key);
    while (!lock.tryLock(UNWATCHED, TimeUnit.MILLISECONDS)) {
      if (progress.abandoned()) {
        return Outcome.Failed.of(FailureCause.EXCEPTION, "The evaluation was abandoned.");
      }
    }
    try {
      return evaluate(key, trial, progress);
    } finally {
      lock.unlock();
    }
  }

  private Outcome evaluate(SharedEvaluations.Key key, Trial trial, Progress progress)
      throws Exception {
    Optional<Outcome> known = shared.find(key);
    if (known.isPresent()) {
      return repeated(known.get(), progress);
    }
    Watched watched = new Watched(progress);
    Outcome outcome = evaluator.evaluate(trial, watched);
    if (watched.wentOn) {
      shared.remember(key, trial, outcome);
    }
    return outcome;
  }

  private static Outcome repeated(Outcome known, Progress progress) {
    List<Measurement> measured = new ArrayList<>();
    for (Measurement measurement : known.measurements()) {
      measured.add(measurement);
      if (progress.report(measurement) != Directive.CONTINUE) {
        break;
      }
    }
    return new Outcome.Completed(measured, known.account());
  }

  @Override
  public void close() {
    evaluator.close();
  }

  /** Records if the trial was stopped early. */
  private static final class Watched implements Progress {
    private final Progress progress;
    private boolean wentOn = true;

    Watched(Progress progress) {
      this.progress = progress;
    }

    @Override
    public Directive report(Measurement measurement) {
      Directive directive = progress.report(measurement);
      wentOn &= directive == Directive.CONTINUE;
      return directive;
    }

    @Override
    public List<Measurement> continued() {
      return progress.continued();
    }

    @Override
    public boolean abandoned() {
      boolean abandoned = progress.abandoned();
      wentOn &= !abandoned;
      return abandoned;
    }
  }
}
