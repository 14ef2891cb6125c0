package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.engine.metric.Goal;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.engine.study.StudySettings;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as its file describes it, without its base, arms and problems.
 *
 * @param name name under which the results are stored
 * @param description purpose of the comparison
 * @param seeds number of searches per arm
 * @param firstSeed first seed; the others follow one by one
 * @param budget limits of each search, or null for those of its experiment
 * @param workers number of searches that run at once, or 0 for one per processor and for {@value
 *     #MOST_CALLS} on a cluster
 * @param executor place where searches run
 * @param reference arm that every other one is tested against, or null
 * @param pairs pairs of arms to test; empty for those with the reference, or for all if there is no
 *     reference
 * @param score score by which searches are compared
 * @param target score for which trials-to-target are counted, or null
 * @param alpha error rate of all tests of a problem together
 * @param confidence confidence level of the intervals
 * @param resamples number of bootstrap resamples
 * @param commonRandomNumbers true if an architecture has the same random numbers in all arms of a
 *     seed
 * @param output output of the comparison
 */
public record Comparison(
    @Description("Name under which the results are stored.") String name,
    @Description("Purpose of the comparison.") @Nullable String description,
    @Default("30")
        @Description("Number of searches per arm, each with a seed of its own.")
        @Range("[1, 100000]")
        int seeds,
    @Default("1") @Description("First seed; the others follow one by one.") @Range("(-inf, inf)")
        long firstSeed,
    @Description("Limits of each search; absent: those of the experiment.") @Nullable Budget budget,
    @Default("0")
        @Description(
            "Number of searches that run at once; 0: one per processor, or up to 256 on a cluster.")
        @Range("[0, 1024]")
        int workers,
    @Default("{type: threads}") @Description("Place where searches run.") ExecutorSettings executor,
    @Description("Arm that every other one is tested against.") @Nullable String reference,
    @Default("[]")
        @Description("Pairs of arms to test; absent: those with the reference, or else all.")
        List<List<String>> pairs,
    @Default("{}") @Description("Score by which searches are compared.") Score score,
    @Description("Score for which trials-to-target are counted.") @Range("(-inf, inf)")
        @Nullable Double target,
    @Default("0.05") @Description("Error rate of all tests of a problem together.") @Range("(0, 1)")
        double alpha,
    @Default("0.95") @Description("Confidence level of the intervals.") @Range("(0, 1)")
        double confidence,
    @Default("10000") @Description("Number of bootstrap resamples.") @Range("[100, 1000000]")
        int resamples,
    @Default("true")
        @Description("Give an architecture the same random numbers in all arms of a seed.")
        boolean commonRandomNumbers,
    @Default("{}") @Description("Output of the comparison.") Folder output) {

  /** Keys of an experiment that the comparison sets for all of its searches. */
  public static final List<String> TAKEN =
      List.of("name", "seed", "workers", "executor", "trialSeeds");

  /** Number of searches that a cluster is given at once, unless {@code workers} says otherwise. */
  public static final int MOST_CALLS = 256;

  private static final int PAIR = 2;

  /**
   * The score by which searches are compared.
   *
   * @param metric name of a metric, or {@code auto} for the one that is rewarded
   * @param goal direction of improvement
   * @param retrain choice of retraining the networks found
   * @param epochs maximum number of epochs of a retraining, or 0 for those of a trial of full
   *     fidelity
   */
  public record Score(
      @Default("auto") @Description("Name of a metric; auto: the one that is rewarded.")
          String metric,
      @Default("auto")
          @Description("maximize, minimize, or auto: as the evaluator or the name states.")
          Goal goal,
      @Default("auto")
          @Description(
              "Retrain the networks found; auto: only if the scores of the searches do not suffice.")
          Retrain retrain,
      @Default("0")
          @Description("Maximum epochs of a retraining; 0: those of a trial of full fidelity.")
          @Range("[0, inf)")
          int epochs) {

    /** The choice of retraining the networks found before they are scored. */
    public enum Retrain {
      /**
       * Retrains if trials of any arm start from the weights of other trials, or if the metric is
       * of the test part, which searches do not see.
       */
      AUTO,
      /** Always retrains. */
      ALWAYS,
      /** Uses the measurements of the searches. */
      NEVER
    }

    /** Checks the settings. */
    public Score {
      Objects.requireNonNull(goal);
      Objects.requireNonNull(retrain);
      if (epochs < 0) {
        throw new InvalidSettingException(
            "epochs", "epochs (%d) must not be negative.".formatted(epochs));
      }
    }
  }

  /**
   * The output of a comparison.
   *
   * @param folder folder that holds a folder for each comparison, with its name
   */
  public record Folder(
      @Default("comparisons") @Description("Folder that holds the folders of all comparisons.")
          Path folder) {}

  /** Checks the settings and copies the lists. */
  public Comparison {
    Objects.requireNonNull(executor);
    Objects.requireNonNull(score);
    Objects.requireNonNull(output);
    pairs = pairs.stream().map(List::copyOf).toList();
    if (!StudySettings.NAME.matcher(name).matches()) {
      throw new InvalidSettingException(
          "name",
          "name (%s) must begin with a letter or digit and hold only letters (a-z), digits, '.', '_' and '-', at most 100."
              .formatted(name));
    }
    for (List<String> pair : pairs) {
      if (pair.size() != PAIR || pair.get(0).equals(pair.get(1))) {
        throw new InvalidSettingException(
            "pairs", "pairs must be lists of two different arms: [[evolution, random]].");
      }
    }
  }

  /** Returns the seeds in order. */
  public List<Long> seedList() {
    return LongStream.range(firstSeed, firstSeed + seeds).boxed().toList();
  }
}
