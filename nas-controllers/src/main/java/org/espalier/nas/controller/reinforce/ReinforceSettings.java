package org.espalier.nas.controller.reinforce;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.training.OptimizerSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings of policy-gradient search.
 *
 * @param variant the correct algorithm, or the published one for comparison
 * @param batch number of trials that the policy learns from at once
 * @param trainEpochs number of passes over each batch
 * @param discount γ, over the steps of a sequence (as published: over the trials of a batch)
 * @param baseline the baseline, which is subtracted from the reward
 * @param normalise the scaling of a batch's rewards. The z-score also subtracts the batch's mean,
 *     so that no other baseline has an effect
 * @param entropyWeight the weight of the entropy bonus; the published variant has none
 * @param clipRatio PPO's ε, 0 for plain REINFORCE; the published variant has none
 * @param predictor the use of the predictor head
 * @param predictorWeight the weight of the predictor's squared error
 * @param screenFactor of {@code predictor: screen}: number of candidates drawn for each one kept
 * @param scoreLow the reward that the predictor scores 0. If neither this nor {@code scoreHigh} is
 *     given, both are fitted to the rewards of the first batch, as a sigmoid saturates on rewards
 *     that are close to 1; the published variant has 0 and 1
 * @param scoreHigh the reward that the predictor scores 1
 * @param units number of units of the LSTM
 * @param embedding the size of the token embedding; the published variant has none
 * @param l2 the weight of the squared norm of the weight matrices
 * @param optimizer the policy's optimizer
 * @param repeats true to allow repeated proposals of an architecture
 * @param maxRedraws number of redraws of repeated proposals before missing ones are drawn uniformly
 * @param failedReward reward assumed for a failed trial; if absent, the worst reward so far, or the
 *     baseline while there is none
 * @param bins number of tokens into which a real range, or an integer range of more values, is
 *     divided
 */
@Description("Policy-gradient search with a recurrent policy over decisions.")
public record ReinforceSettings(
    @Default("correct") @Description("correct, or as-published for comparison.") Variant variant,
    @Default("10") @Description("Trials that the policy learns from at once.") @Range("[1, inf)")
        int batch,
    @Default("10") @Description("Passes over each batch.") @Range("[1, inf)") int trainEpochs,
    @Default("0.9") @Description("Discount over the steps of a sequence.") @Range("[0, 1]")
        double discount,
    @Default("{}") @Description("The baseline, which is subtracted from the reward.")
        BaselineSettings baseline,
    @Default("z-score") @Description("Scaling of a batch's rewards.") Normalisation normalise,
    @Default("0.03") @Description("Weight of the entropy bonus.") @Range("[0, inf)")
        double entropyWeight,
    @Default("0.2") @Description("PPO's clip ratio; 0 for plain REINFORCE.") @Range("[0, 1)")
        double clipRatio,
    @Default("log") @Description("Use of the accuracy predictor.") Predictor predictor,
    @Default("1") @Description("Weight of the predictor's squared error.") @Range("[0, inf)")
        double predictorWeight,
    @Default("4")
        @Description("Candidates drawn for each one kept when screening.")
        @Range("[1, inf)")
        int screenFactor,
    @Description("Reward that the predictor scores 0; fitted to the first batch if absent.")
        @Range("(-inf, inf)")
        @Nullable Double scoreLow,
    @Description("Reward that the predictor scores 1; fitted to the first batch if absent.")
        @Range("(-inf, inf)")
        @Nullable Double scoreHigh,
    @Default("100") @Description("Units of the LSTM.") @Range("[1, inf)") int units,
    @Default("32") @Description("Size of the token embedding.") @Range("[1, inf)") int embedding,
    @Default("0")
        @Description("Weight of the squared norm of the weight matrices.")
        @Range("[0, inf)")
        double l2,
    @Default("{type: adam, learningRate: 0.005, clipNorm: 1}")
        @Description("Optimizer of the policy.")
        OptimizerSettings optimizer,
    @Default("false") @Description("Allow repeated proposals of an architecture.") boolean repeats,
    @Default("100")
        @Description("Redraws of repeated proposals before they are drawn uniformly.")
        @Range("[0, inf)")
        int maxRedraws,
    @Description("Reward assumed for a failed trial; the worst reward so far if absent.")
        @Range("(-inf, inf)")
        @Nullable Double failedReward,
    @Default("16")
        @Description("Tokens into which a wide numeric range is divided.")
        @Range("[1, inf)")
        int bins) {

  /** Variants of the algorithm. */
  public enum Variant {
    /** REINFORCE over an autoregressive policy. */
    CORRECT,
    /**
     * The published loss −log p·reward over all outputs of a single-step LSTM, with rewards
     * discounted across the trials of a batch; it does not learn from the sampled actions.
     */
    AS_PUBLISHED
  }

  /** Scalings of the rewards of a batch. */
  public enum Normalisation {
    /** To mean 0 and standard deviation 1. */
    Z_SCORE,
    /** Divides by the standard deviation; the baseline keeps its meaning. */
    SCALE,
    /** Does not scale. */
    NONE
  }

  /** Uses of the predictor head. */
  public enum Predictor {
    /** No predictor. */
    OFF,
    /** Its prediction is recorded with each proposal. */
    LOG,
    /**
     * More candidates are drawn than needed and those with the highest predictions are proposed.
     */
    SCREEN
  }

  /** Checks the ranges. */
  public ReinforceSettings {
    Objects.requireNonNull(variant);
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(normalise);
    Objects.requireNonNull(predictor);
    Objects.requireNonNull(optimizer);
    SettingRanges.check(
        ReinforceSettings.class,
        variant,
        batch,
        trainEpochs,
        discount,
        baseline,
        normalise,
        entropyWeight,
        clipRatio,
        predictor,
        predictorWeight,
        screenFactor,
        scoreLow,
        scoreHigh,
        units,
        embedding,
        l2,
        optimizer,
        repeats,
        maxRedraws,
        failedReward,
        bins);
    checkScores(scoreLow, scoreHigh);
  }

  private static void checkScores(@Nullable Double low, @Nullable Double high) {
    double from = low == null ? 0 : low;
    double to = high == null ? 1 : high;
    if (to <= from) {
      throw new InvalidSettingException(
          "scoreHigh", "scoreHigh (" + to + ") must be above scoreLow (" + from + ").");
    }
  }
}
