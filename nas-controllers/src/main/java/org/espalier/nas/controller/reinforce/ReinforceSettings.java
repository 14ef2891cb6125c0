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
 * @param batch how many trials the policy learns from at once
 * @param trainEpochs passes over each batch
 * @param discount γ, over the steps of a sequence (as published: over the trials of a batch)
 * @param baseline what is subtracted from the reward
 * @param normalise how a batch's rewards are brought to one size. The z-score also subtracts the
 *     batch's mean, so that no other baseline has an effect
 * @param entropyWeight the weight of the entropy bonus; the published variant has none
 * @param clipRatio PPO's ε, 0 for plain REINFORCE; the published variant has none
 * @param predictor what the predictor head is for
 * @param predictorWeight the weight of the predictor's squared error
 * @param screenFactor of {@code predictor: screen}: how many candidates are drawn for each kept
 * @param scoreLow the reward that the predictor calls 0. Where neither this nor {@code scoreHigh}
 *     is given, both are fitted to the rewards of the first batch, as a sigmoid saturates on
 *     rewards that crowd near 1; the published variant has 0 and 1
 * @param scoreHigh the reward that the predictor calls 1
 * @param units the LSTM's units
 * @param embedding the size of the token embedding; the published variant has none
 * @param l2 the weight of the squared norm of the weight matrices
 * @param optimizer the policy's optimizer
 * @param repeats whether an architecture may be proposed again
 * @param maxRedraws how often repeated proposals are drawn again before what is missing is drawn
 *     uniformly
 * @param failedReward what a failed trial counts; if absent, the worst reward so far, or the
 *     baseline while there is none
 * @param bins into how many tokens a real range, or an integer range of more values, is divided
 */
@Description("Policy-gradient search with a recurrent policy over decisions.")
public record ReinforceSettings(
    @Default("correct") @Description("correct, or as-published for comparison.") Variant variant,
    @Default("10") @Description("Trials that the policy learns from at once.") @Range("[1, inf)")
        int batch,
    @Default("10") @Description("Passes over each batch.") @Range("[1, inf)") int trainEpochs,
    @Default("0.9") @Description("Discount over the steps of a sequence.") @Range("[0, 1]")
        double discount,
    @Default("{}") @Description("What is subtracted from the reward.") BaselineSettings baseline,
    @Default("z-score") @Description("How a batch's rewards are brought to one size.")
        Normalisation normalise,
    @Default("0.03") @Description("Weight of the entropy bonus.") @Range("[0, inf)")
        double entropyWeight,
    @Default("0.2") @Description("PPO's clip ratio; 0 for plain REINFORCE.") @Range("[0, 1)")
        double clipRatio,
    @Default("log") @Description("What the accuracy predictor is for.") Predictor predictor,
    @Default("1") @Description("Weight of the predictor's squared error.") @Range("[0, inf)")
        double predictorWeight,
    @Default("4") @Description("Candidates drawn for each kept when screening.") @Range("[1, inf)")
        int screenFactor,
    @Description("The reward that the predictor calls 0; fitted to the first batch if absent.")
        @Range("(-inf, inf)")
        @Nullable Double scoreLow,
    @Description("The reward that the predictor calls 1; fitted to the first batch if absent.")
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
    @Default("false") @Description("Whether an architecture may be proposed again.")
        boolean repeats,
    @Default("100")
        @Description("Redraws of repeated proposals before they are drawn uniformly.")
        @Range("[0, inf)")
        int maxRedraws,
    @Description("What a failed trial counts; the worst reward so far if absent.")
        @Range("(-inf, inf)")
        @Nullable Double failedReward,
    @Default("16")
        @Description("Tokens into which a wide numeric range is divided.")
        @Range("[1, inf)")
        int bins) {

  /** Which algorithm. */
  public enum Variant {
    /** REINFORCE over an autoregressive policy. */
    CORRECT,
    /**
     * The published loss −log p·reward over all outputs of a single-step LSTM, with rewards
     * discounted across the trials of a batch; it does not learn what was sampled.
     */
    AS_PUBLISHED
  }

  /** How the rewards of a batch are brought to one size. */
  public enum Normalisation {
    /** Mean 0 and standard deviation 1. */
    Z_SCORE,
    /** Divided by the standard deviation; the baseline keeps its meaning. */
    SCALE,
    /** Left as they are. */
    NONE
  }

  /** What the predictor head is for. */
  public enum Predictor {
    /** There is none. */
    OFF,
    /** Its prediction is recorded with each proposal. */
    LOG,
    /** More candidates are drawn than needed and those it thinks best are proposed. */
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
