package org.espalier.nas.engine.stopping;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.stopping.ThresholdSettings.Reference;
import org.espalier.nas.testkit.StoppingRuleContract;
import org.junit.jupiter.api.Nested;

class StoppingRulesContractTest {

  private static final Situations ACCURACIES = Situations.ofAccuracy();
  private static final Situations LOSSES = new Situations("validation.loss");

  /** A curve that rises from 0.1 towards a level. */
  private static double[] rising(double level, int epochs) {
    return IntStream.rangeClosed(1, epochs)
        .mapToDouble(epoch -> level - (level - 0.1) * Math.pow(epoch, -1.5))
        .toArray();
  }

  private static double[] falling(double level, int epochs) {
    return DoubleStream.of(rising(1 - level, epochs)).map(value -> 1 - value).toArray();
  }

  private static List<TrialResult> accuracies(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> ACCURACIES.completed(n, rising(0.6 + 0.02 * n, Situations.EPOCHS)))
        .toList();
  }

  private static List<TrialResult> losses(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> LOSSES.completed(n, falling(0.4 - 0.02 * n, Situations.EPOCHS)))
        .toList();
  }

  /** A rule that compares trials by accuracy. */
  abstract static class ByAccuracy extends StoppingRuleContract {
    @Override
    protected List<Situation> hopeless() {
      return List.of(
          ACCURACIES.running(accuracies(9), rising(0.3, 9)),
          ACCURACIES.running(accuracies(6), rising(0.4, 9)));
    }

    @Override
    protected List<Situation> promising() {
      return List.of(
          ACCURACIES.running(accuracies(9), rising(0.9, 9)),
          ACCURACIES.running(List.of(), rising(0.3, 9)),
          ACCURACIES.running(accuracies(9), rising(0.3, Situations.EPOCHS)));
    }
  }

  /** A rule that compares trials by loss. */
  abstract static class ByLoss extends StoppingRuleContract {
    @Override
    protected List<Situation> hopeless() {
      return List.of(LOSSES.running(losses(9), falling(0.8, 9)));
    }

    @Override
    protected List<Situation> promising() {
      return List.of(LOSSES.running(losses(9), falling(0.01, 9)));
    }
  }

  @Nested
  class Median extends ByAccuracy {
    @Override
    protected StoppingRule rule() {
      return new MedianStopping(
          new MedianSettings("auto", Goal.AUTO, 0, 5, 1), new EvaluatorSettings() {});
    }
  }

  @Nested
  class MedianOfTheLossAtIntervals extends ByLoss {
    @Override
    protected StoppingRule rule() {
      return new MedianStopping(
          new MedianSettings("validation.loss", Goal.AUTO, 2, 1, 3), new EvaluatorSettings() {});
    }

    @Override
    protected List<Situation> hopeless() {
      return List.of(LOSSES.running(losses(9), falling(0.8, 6)));
    }
  }

  @Nested
  class SuccessiveHalving extends ByAccuracy {
    @Override
    protected StoppingRule rule() {
      return new SuccessiveHalvingStopping(
          new SuccessiveHalvingStoppingSettings("auto", Goal.AUTO, 1, 3),
          new EvaluatorSettings() {});
    }
  }

  @Nested
  class SuccessiveHalvingByLoss extends ByLoss {
    @Override
    protected StoppingRule rule() {
      return new SuccessiveHalvingStopping(
          new SuccessiveHalvingStoppingSettings("validation.loss", Goal.MINIMIZE, 9, 2),
          new EvaluatorSettings() {});
    }
  }

  @Nested
  class LearningCurve extends ByAccuracy {
    @Override
    protected StoppingRule rule() {
      return new LearningCurveStopping(
          new LearningCurveSettings("auto", Goal.AUTO, 0.05, 5, 1), new EvaluatorSettings() {});
    }
  }

  @Nested
  class LearningCurveOfTheLossAtIntervals extends ByLoss {
    @Override
    protected StoppingRule rule() {
      return new LearningCurveStopping(
          new LearningCurveSettings("validation.loss", Goal.AUTO, 0.2, 3, 3),
          new EvaluatorSettings() {});
    }
  }

  @Nested
  class Patience extends StoppingRuleContract {
    @Override
    protected StoppingRule rule() {
      return new PatienceStopping(
          new PatienceSettings("auto", Goal.AUTO, 3, 0.001), new EvaluatorSettings() {});
    }

    @Override
    protected List<Situation> hopeless() {
      return List.of(ACCURACIES.running(List.of(), 0.5, 0.6, 0.6, 0.5, 0.6));
    }

    @Override
    protected List<Situation> promising() {
      return List.of(ACCURACIES.running(accuracies(9), rising(0.3, 9)));
    }
  }

  @Nested
  class Threshold extends StoppingRuleContract {
    @Override
    protected StoppingRule rule() {
      return new ThresholdStopping(
          new ThresholdSettings("auto", 0.2, null, 3, 3.0, Reference.BEST));
    }

    @Override
    protected List<Situation> hopeless() {
      return List.of(
          ACCURACIES.running(List.of(), 0.5, 0.6, 0.1), ACCURACIES.running(List.of(), Double.NaN));
    }

    @Override
    protected List<Situation> promising() {
      return List.of(ACCURACIES.running(accuracies(9), rising(0.3, 9)));
    }
  }
}
