package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.junit.jupiter.api.Test;

/**
 * The contract of every reward. A test class extends it, supplies the reward and the measurements
 * of a usual trial, and inherits the checks; use a class for each configuration that matters.
 */
public abstract class RewardContract {
  private static final int REPETITIONS = 100;
  private static final long MORE_THAN_A_SECOND = 1100;

  /** Returns a new reward, as its plugin would create it. */
  protected abstract Reward reward();

  /**
   * Returns the measurements of a usual trial, at least one, with all metrics that the reward
   * needs.
   */
  protected abstract List<Measurement> usual();

  /**
   * Returns the metrics of {@link #usual()} that the reward cannot do without; empty if it uses
   * only facts.
   */
  protected abstract Set<String> needed();

  /** Returns the measurements of a trial that must not have a lower reward than the usual one. */
  protected abstract List<Measurement> better();

  /** Returns the facts of each trial; none, unless overridden. */
  protected Map<String, Double> facts() {
    return Map.of();
  }

  @Test
  void usualTrialsHaveAFiniteReward() {
    assertThat(reward().of(completed(usual()))).isFinite();
    assertThat(reward().of(completed(better()))).isFinite();
  }

  @Test
  void oneMeasurementIsEnough() {
    assertThat(reward().of(completed(usual().subList(0, 1)))).isFinite();
  }

  @Test
  void stoppedTrialsHaveAFiniteReward() {
    assertThat(reward().of(stopped(usual()))).isFinite();
  }

  @Test
  void theSameOutcomeHasTheSameReward() {
    Reward used = reward();
    double first = used.of(completed(usual()));
    used.of(completed(better()));
    used.of(completed(better().subList(0, 1)));

    assertThat(used.of(completed(usual()))).as("again, after others").isEqualTo(first);
    assertThat(reward().of(completed(usual()))).as("by a new reward").isEqualTo(first);
  }

  /** Waits for more than a second, the coarsest resolution of usual clocks. */
  @Test
  void theRewardDoesNotChangeOverTime() throws InterruptedException {
    Reward used = reward();
    double first = used.of(completed(usual()));
    for (int repetition = 1; repetition <= REPETITIONS; repetition++) {
      assertThat(used.of(completed(usual())))
          .as("reward of the same outcome, call %d", repetition + 1)
          .isEqualTo(first);
    }
    Thread.sleep(MORE_THAN_A_SECOND);
    assertThat(used.of(completed(usual())))
        .as("reward of the same outcome a second later; it must not read the clock")
        .isEqualTo(first);
  }

  @Test
  void timeIsNotRewarded() {
    Account slow = new Account(facts(), Map.of(Phase.TRAIN, Duration.ofDays(1)));
    Reward reward = reward();
    assertThat(reward.of(new Outcome.Completed(usual(), slow)))
        .isEqualTo(reward.of(completed(usual())));
  }

  @Test
  void aMetricThatIsMissingIsNamed() {
    assumeTrue(!needed().isEmpty(), "the reward needs no metric");
    for (String metric : needed()) {
      Outcome without = completed(usual().stream().map(m -> without(m, metric)).toList());
      assertThatThrownBy(() -> reward().of(without))
          .as("reward of a trial without %s", metric)
          .isInstanceOf(NasException.class)
          .hasMessageContaining(metric);
    }
  }

  @Test
  void whatIsNotANumberIsNotRewarded() {
    assumeTrue(!needed().isEmpty(), "the reward needs no metric");
    for (String metric : needed()) {
      Outcome diverged = completed(usual().stream().map(m -> undefined(m, metric)).toList());
      assertThat(rewardOrNaN(diverged)).as("reward where %s is NaN", metric).isNaN();
    }
  }

  @Test
  void betterMeasurementsAreNotRewardedLess() {
    assertThat(reward().of(completed(better())))
        .isGreaterThanOrEqualTo(reward().of(completed(usual())));
  }

  @Test
  void theDescriptionSaysSomething() {
    assertThat(reward().description()).isNotBlank();
  }

  private double rewardOrNaN(Outcome outcome) {
    try {
      return reward().of(outcome);
    } catch (NasException refused) {
      return Double.NaN;
    }
  }

  private Outcome completed(List<Measurement> measurements) {
    return new Outcome.Completed(measurements, account());
  }

  private Outcome stopped(List<Measurement> measurements) {
    return new Outcome.Stopped(measurements, account(), "It was hopeless.");
  }

  private Account account() {
    return new Account(facts(), Map.of(Phase.TRAIN, Duration.ofSeconds(1)));
  }

  private static Measurement without(Measurement measurement, String metric) {
    Map<String, Double> metrics = new TreeMap<>(measurement.metrics());
    metrics.remove(metric);
    return new Measurement(measurement.step(), metrics);
  }

  private static Measurement undefined(Measurement measurement, String metric) {
    Map<String, Double> metrics = new TreeMap<>(measurement.metrics());
    metrics.put(metric, Double.NaN);
    return new Measurement(measurement.step(), metrics);
  }
}
