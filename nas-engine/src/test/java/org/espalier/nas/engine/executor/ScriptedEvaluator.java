package org.espalier.nas.engine.executor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.storage.ArtifactException;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** An evaluator that does what the label of its trial's only choice says, in any process. */
public final class ScriptedEvaluator implements Evaluator {

  /** Number of measurements of a trial that ends by itself. */
  static final int STEPS = 3;

  private final List<String> gpus;

  /** Creates the evaluator of a process without GPUs. */
  ScriptedEvaluator() {
    this(List.of());
  }

  /**
   * Creates the evaluator.
   *
   * @param gpus the numbers of the GPUs of its process
   */
  public ScriptedEvaluator(List<String> gpus) {
    this.gpus = List.copyOf(gpus);
  }

  static Measurement measurement(int step) {
    return new Measurement(step, Map.of("accuracy", 1.0 / step));
  }

  @Override
  @SuppressWarnings("NullAway") // One of the scripts returns what no evaluator may return.
  public Outcome evaluate(Trial trial, Progress progress) throws Exception {
    return switch (script(trial)) {
      case "completes" -> measured(progress);
      case "waits" -> waits(progress);
      case "names its gpu" ->
          new Outcome.Completed(
              List.of(new Measurement(1, Map.of("gpu", Double.valueOf(gpus.get(0))))),
              Account.empty());
      case "hangs" -> hangs();
      case "throws" -> throw new IllegalStateException("on purpose");
      case "throws checked" -> throw new IOException("on purpose");
      case "overflows" -> outcome(overflows(0));
      case "fills memory" -> throw new OutOfMemoryError("on purpose");
      case "cannot read" ->
          throw new ArtifactException(
              "checkpoints/1",
              "s3://bucket/1",
              ArtifactException.Action.READ,
              "cut off",
              new IOException());
      case "breaks" -> throw new NoClassDefFoundError("on purpose");
      case "returns null" -> null;
      default -> throw new IllegalArgumentException(trial.toString());
    };
  }

  private static String script(Trial trial) {
    return ((Choice.Option) trial.proposal().architecture().choices().get(0)).label();
  }

  private static Outcome measured(Progress progress) {
    for (int step = 1; step <= STEPS; step++) {
      if (progress.report(measurement(step)) != Directive.CONTINUE) {
        return outcome(step);
      }
    }
    return outcome(STEPS);
  }

  private static Outcome outcome(int steps) {
    List<Measurement> measured =
        IntStream.rangeClosed(1, steps).mapToObj(ScriptedEvaluator::measurement).toList();
    return new Outcome.Completed(measured, Account.empty());
  }

  private static Outcome waits(Progress progress) throws InterruptedException {
    while (!progress.abandoned()) {
      Thread.sleep(1);
    }
    return outcome(1);
  }

  private static Outcome hangs() {
    while (true) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException ignored) {
        Thread.onSpinWait();
      }
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int overflows(int depth) {
    return overflows(depth + 1) + 1;
  }
}
