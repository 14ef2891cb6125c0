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
 * @param variant the correct algorithm, or a published one for comparison
 * @param cell the recurrent cell of the policy; the published variants have their own
 * @param batch number of trials that the policy learns from at once
 * @param trainEpochs number of passes over each batch
 * @param discount γ, over the steps of a sequence (as published: over the trials of a batch)
 * @param baseline the baseline, which is subtracted from the reward
 * @param normalise the scaling of a batch's rewards. The z-score also subtracts the batch's mean,
 *     so that no other baseline has an effect
 * @param entropyWeight the weight of the entropy bonus; of {@code as-published-enas} that of the
 *     entropy in the reward; the other published variants have none
 * @param clipRatio PPO's ε, 0 for plain REINFORCE; the published variant has none
 * @param predictor the use of the predictor head
 * @param predictorWeight the weight of the predictor's squared error
 * @param screenFactor of {@code predictor: screen}: number of candidates drawn for each one kept
 * @param scoreLow the reward that the predictor scores 0. If neither this nor {@code scoreHigh} is
 *     given, both are fitted to the rewards of the first batch, as a sigmoid saturates on rewards
 *     that are close to 1; the published variant has 0 and 1
 * @param scoreHigh the reward that the predictor scores 1
 * @param exploration ε: the probability that an architecture is drawn uniformly instead of from the
 *     policy; what is learned from a draw is weighted by its probability under the policy divided
 *     by that under the mixture. The published variants have none
 * @param explorationDecay the factor of ε from batch to batch
 * @param temperature T of the logits tanhConstant·tanh(logits/T); the published variants have none
 * @param tanhConstant the largest absolute logit; 0 for logits/T
 * @param units number of units of the recurrent cell
 * @param embedding the size of the token embedding; the published variant has none
 * @param l2 the weight of the squared norm of the weight matrices
 * @param optimizer the policy's optimizer
 * @param repeats true to allow repeated proposals of an architecture
 * @param maxRedraws number of redraws of repeated proposals before missing ones are drawn uniformly
 * @param failedReward reward assumed for a failed trial; if absent, the worst reward so far, or the
 *     baseline while there is none
 * @param heads the decisions that share a softmax and the embeddings of its options; if absent,
 *     those over equal domains for {@code cell: lstm}, and none for {@code nascell}, which cannot
 *     tell equal decisions apart by their place in a long sequence
 * @param bins number of tokens into which a real range, or an integer range of more values, is
 *     divided
 */
@Description("Policy-gradient search with a recurrent policy over decisions.")
public record ReinforceSettings(
    @Default("correct") @Description("correct, or a published algorithm for comparison.")
        Variant variant,
    @Default("lstm") @Description("Recurrent cell of the policy.") Cell cell,
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
    @Default("0")
        @Description("Probability of drawing an architecture uniformly, not from the policy.")
        @Range("[0, 1]")
        double exploration,
    @Default("1") @Description("Factor of the exploration from batch to batch.") @Range("(0, 1]")
        double explorationDecay,
    @Default("1")
        @Description("Divisor of the policy's logits; above 1 the draws vary more.")
        @Range("(0, inf)")
        double temperature,
    @Default("0")
        @Description("Largest absolute logit, reached by a tanh; 0 for no limit.")
        @Range("[0, inf)")
        double tanhConstant,
    @Default("100") @Description("Units of the recurrent cell.") @Range("[1, inf)") int units,
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
    @Description("Softmax heads by domain or decision; by domain for lstm if absent.")
        @Nullable Heads heads,
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
    AS_PUBLISHED,
    /**
     * The published NASCell search for convolutional networks (Wallarm 2017): a deterministic
     * "policy" of outputs cast to integers, trained after each trial by a cross-entropy against
     * numbers that are no probabilities, with a reward that punishes improvement. It does not
     * learn.
     */
    AS_PUBLISHED_WALLARM,
    /**
     * The learning rule of the published code of ENAS (Pham et al. 2018): a moving average from 0
     * that takes in each reward before it is subtracted from it, and an entropy that is added to
     * the reward instead of the loss, so that it has no gradient.
     */
    AS_PUBLISHED_ENAS
  }

  /** Recurrent cells. */
  public enum Cell {
    /** A long short-term memory (Hochreiter &amp; Schmidhuber 1997). */
    LSTM,
    /** The cell that Zoph &amp; Le (2017) found by search. */
    NASCELL
  }

  /** Sharing of softmax heads between decisions. */
  public enum Heads {
    /** One head for all decisions over equal domains. */
    DOMAIN,
    /** One head for each decision. */
    DECISION
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
    Objects.requireNonNull(cell);
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(normalise);
    Objects.requireNonNull(predictor);
    Objects.requireNonNull(optimizer);
    SettingRanges.check(
        ReinforceSettings.class,
        variant,
        cell,
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
        exploration,
        explorationDecay,
        temperature,
        tanhConstant,
        units,
        embedding,
        l2,
        optimizer,
        repeats,
        maxRedraws,
        failedReward,
        heads,
        bins);
    checkScores(scoreLow, scoreHigh);
    if (variant == Variant.AS_PUBLISHED_WALLARM) {
      checkDeterministic(batch, repeats);
    }
  }

  /** Returns true if the policy has a predictor head. */
  boolean predicts() {
    return predictor != Predictor.OFF && variant != Variant.AS_PUBLISHED_WALLARM;
  }

  /** Returns true if decisions over equal domains share a softmax head. */
  boolean sharesHeads() {
    return heads == null ? cell == Cell.LSTM : heads == Heads.DOMAIN;
  }

  /**
   * Returns the probability that an architecture of a batch, counted from 0, is drawn uniformly.
   */
  double explorationOf(long batch) {
    return variant == Variant.CORRECT
        ? exploration * StrictMath.pow(explorationDecay, (double) batch)
        : 0;
  }

  private static void checkDeterministic(int batch, boolean repeats) {
    if (batch != 1) {
      throw new InvalidSettingException(
          "batch",
          "batch (" + batch + ") must be 1: variant as-published-wallarm learns after each trial.");
    }
    if (!repeats) {
      throw new InvalidSettingException(
          "repeats",
          "repeats (false) must be true: variant as-published-wallarm proposes what its"
              + " deterministic policy says, again and again.");
    }
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
