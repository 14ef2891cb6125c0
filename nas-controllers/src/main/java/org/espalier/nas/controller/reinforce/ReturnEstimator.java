package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.espalier.nas.api.policy.Experience;
import org.espalier.nas.api.policy.PolicyObjective;
import org.espalier.nas.api.policy.Rollout;
import org.jspecify.annotations.Nullable;

/**
 * The conversion of a batch into training data: returns for the policy's steps, scores for the
 * predictor.
 */
final class ReturnEstimator {
  private final ReinforceSettings settings;
  private final Baseline baseline;
  private final PublishedReward published = new PublishedReward();
  private final EnasAdvantage enas;
  private ScoreScale scale;
  private double worst = Double.POSITIVE_INFINITY;

  ReturnEstimator(ReinforceSettings settings) {
    this.settings = settings;
    this.baseline = new Baseline(settings.baseline());
    this.enas = new EnasAdvantage(settings.baseline().decay(), settings.entropyWeight());
    this.scale = ScoreScale.of(settings);
  }

  /** Returns the baseline for the next batch. */
  double baseline() {
    return ofEnas() ? enas.baseline() : baseline.value();
  }

  private boolean ofEnas() {
    return settings.variant() == ReinforceSettings.Variant.AS_PUBLISHED_ENAS;
  }

  PolicyObjective objective() {
    boolean correct = settings.variant() == ReinforceSettings.Variant.CORRECT;
    return new PolicyObjective(
        settings.trainEpochs(),
        correct ? settings.clipRatio() : 0,
        correct ? settings.entropyWeight() : 0,
        settings.predicts() ? settings.predictorWeight() : 0);
  }

  /** Returns the experiences of a complete batch, then updates the baseline with the batch. */
  List<Experience> of(PendingBatch batch) {
    double[] rewards = rewards(batch.rewards());
    List<Rollout> rollouts = batch.candidates().stream().map(SampledArchitecture::rollout).toList();
    List<double[]> returns =
        switch (settings.variant()) {
          case CORRECT -> overSteps(weighted(advantages(rewards), batch), rollouts);
          case AS_PUBLISHED -> acrossTrials(advantages(rewards), rollouts);
          case AS_PUBLISHED_WALLARM -> asPublished(rewards, rollouts);
          case AS_PUBLISHED_ENAS -> asPublishedByEnas(rewards, rollouts);
        };
    baseline.update(rewards);
    scale = scale.informedBy(batch.rewards());
    return IntStream.range(0, rollouts.size())
        .mapToObj(
            i -> new Experience(rollouts.get(i), returns.get(i), score(batch.rewards().get(i))))
        .toList();
  }

  private double[] advantages(double[] rewards) {
    return Arrays.stream(rewards).map(reward -> reward - baseline.value()).toArray();
  }

  private double[] rewards(List<OptionalDouble> told) {
    for (OptionalDouble reward : told) {
      worst = Math.min(worst, reward.orElse(worst));
    }
    double failed = failedReward();
    return told.stream().mapToDouble(reward -> reward.orElse(failed)).toArray();
  }

  private double failedReward() {
    Double fixed = settings.failedReward();
    if (fixed != null) {
      return fixed;
    }
    return Double.isFinite(worst) ? worst : baseline.value();
  }

  private double[] normalised(double[] values) {
    return switch (settings.normalise()) {
      case Z_SCORE -> Returns.standardised(values);
      case SCALE -> Returns.scaled(values);
      case NONE -> values;
    };
  }

  /** Returns the normalised advantages, each times the importance weight of its candidate. */
  private double[] weighted(double[] advantages, PendingBatch batch) {
    double[] weights =
        batch.candidates().stream().mapToDouble(SampledArchitecture::weight).toArray();
    boolean equal = Arrays.stream(weights).allMatch(weight -> weight == 1);
    if (equal) {
      return normalised(advantages);
    }
    double[] values =
        settings.normalise() == ReinforceSettings.Normalisation.Z_SCORE
            ? Returns.standardised(advantages, weights)
            : normalised(advantages);
    Arrays.setAll(values, i -> values[i] * weights[i]);
    return values;
  }

  private List<double[]> asPublished(double[] rewards, List<Rollout> rollouts) {
    return IntStream.range(0, rewards.length)
        .mapToObj(
            i -> {
              double reward = published.of(rollouts.get(i), rewards[i]);
              return Returns.overSteps(reward, length(rollouts, i), 1);
            })
        .toList();
  }

  private List<double[]> asPublishedByEnas(double[] rewards, List<Rollout> rollouts) {
    return IntStream.range(0, rewards.length)
        .mapToObj(
            i -> {
              double advantage = enas.of(rollouts.get(i), rewards[i]);
              return Returns.overSteps(advantage, length(rollouts, i), 1);
            })
        .toList();
  }

  private List<double[]> overSteps(double[] advantages, List<Rollout> rollouts) {
    return IntStream.range(0, advantages.length)
        .mapToObj(i -> Returns.overSteps(advantages[i], length(rollouts, i), settings.discount()))
        .toList();
  }

  private List<double[]> acrossTrials(double[] advantages, List<Rollout> rollouts) {
    double[] discounted = normalised(Returns.acrossTrials(advantages, settings.discount()));
    return IntStream.range(0, advantages.length)
        .mapToObj(i -> Returns.overSteps(discounted[i], length(rollouts, i), 1))
        .toList();
  }

  private static int length(List<Rollout> rollouts, int index) {
    return rollouts.get(index).tokens().length;
  }

  /**
   * Returns the score of a reward; null for a failed trial, from which the predictor does not
   * learn.
   */
  private @Nullable Double score(OptionalDouble reward) {
    if (reward.isEmpty()) {
      return null;
    }
    return scale.score(reward.getAsDouble());
  }

  /** Returns the reward that a predicted score stands for. */
  double reward(double score) {
    return scale.reward(score);
  }

  void write(DataOutputStream out) throws IOException {
    baseline.write(out);
    out.writeDouble(worst);
    scale.write(out);
    published.write(out);
    if (ofEnas()) {
      enas.write(out);
    }
  }

  void read(DataInputStream in) throws IOException {
    baseline.read(in);
    worst = in.readDouble();
    scale = ScoreScale.read(in);
    published.read(in);
    if (ofEnas()) {
      enas.read(in);
    }
  }
}
