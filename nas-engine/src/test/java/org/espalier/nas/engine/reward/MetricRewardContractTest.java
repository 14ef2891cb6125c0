package org.espalier.nas.engine.reward;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.engine.reward.MetricRewardSettings.Over;
import org.espalier.nas.testkit.RewardContract;
import org.junit.jupiter.api.Nested;

class MetricRewardContractTest {

  @Nested
  class LastAccuracy extends OfOneMetric {
    LastAccuracy() {
      super(Measurement.VALIDATION_ACCURACY, MetricChoice.AUTO, Over.LAST, Goal.AUTO);
    }
  }

  @Nested
  class LastR2 extends OfOneMetric {
    LastR2() {
      super("validation.r2", MetricChoice.AUTO, Over.LAST, Goal.AUTO);
    }
  }

  @Nested
  class BestAuc extends OfOneMetric {
    BestAuc() {
      super("validation.auc", "validation.auc", Over.BEST, Goal.MAXIMIZE);
    }
  }

  @Nested
  class MeanLoss extends OfOneMetric {
    MeanLoss() {
      super(Measurement.VALIDATION_LOSS, Measurement.VALIDATION_LOSS, Over.MEAN, Goal.AUTO);
    }
  }

  @Nested
  class BestLoss extends OfOneMetric {
    BestLoss() {
      super(Measurement.VALIDATION_LOSS, Measurement.VALIDATION_LOSS, Over.BEST, Goal.AUTO);
    }
  }

  @Nested
  class WeightedError extends OfOneMetric {
    WeightedError() {
      super("error", "error", Over.WEIGHTED, Goal.MINIMIZE);
    }
  }

  /** Three epochs of one metric, of which less is better if its name says so. */
  abstract static class OfOneMetric extends RewardContract {
    private final String metric;
    private final MetricRewardSettings settings;

    OfOneMetric(String metric, String chosen, Over over, Goal goal) {
      this.metric = metric;
      settings = new MetricRewardSettings(chosen, over, 0.1, goal);
    }

    @Override
    protected Reward reward() {
      return new MetricReward(settings, new EvaluatorSettings() {});
    }

    @Override
    protected List<Measurement> usual() {
      return List.of(measured(1, 0.2), measured(2, 0.6), measured(3, 0.5));
    }

    @Override
    protected Set<String> needed() {
      return Set.of(metric);
    }

    @Override
    protected List<Measurement> better() {
      return lessIsBetter()
          ? List.of(measured(1, 0.1), measured(2, 0.4), measured(3, 0.3))
          : List.of(measured(1, 0.3), measured(2, 0.8), measured(3, 0.7));
    }

    private boolean lessIsBetter() {
      return metric.endsWith("loss") || metric.equals("error");
    }

    private Measurement measured(int step, double value) {
      return new Measurement(step, Map.of(metric, value, "time", 1.0));
    }
  }
}
