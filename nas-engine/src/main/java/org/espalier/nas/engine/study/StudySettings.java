package org.espalier.nas.engine.study;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.steering.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a study.
 *
 * @param name the experiment's name; a folder is named after it
 * @param seed seed of every random draw
 * @param workers number of trials that are evaluated at the same time
 * @param lag number of trials that may be outstanding: trial k is proposed once all up to k − lag
 *     were told; 0 for the controller's batch
 * @param budget limits of the study
 * @param cache true to reuse the outcome of a repeated architecture; only if outcomes do not depend
 *     on other trials (no weight sharing)
 * @param trialSeeds source of the trials' seeds
 * @param trialTimeout time limit of a trial, after which it is recorded as failed, or null; with a
 *     limit, results depend on the machine and its load
 */
public record StudySettings(
    @Description("Name of the experiment, and of the folder of its runs.") String name,
    @Default("1") @Description("Seed of every random draw.") @Range("(-inf, inf)") long seed,
    @Default("1") @Description("Trials evaluated at the same time.") @Range("[1, 1024]")
        int workers,
    @Default("0")
        @Description(
            "Trials that may be outstanding; 0 for the controller's batch. Results depend on it,"
                + " but not on workers.")
        @Range("[0, inf)")
        int lag,
    @Default("{}") @Description("Limits of the study.") Budget budget,
    @Default("false")
        @Description("Reuse the outcome of a repeated architecture; not with weight sharing.")
        boolean cache,
    @Default("number")
        @Description(
            "number: each trial has its own seed; architecture: a repeated one has the same seed.")
        TrialSeeds trialSeeds,
    @Description(
            "Time limit of a trial, for example 10m; a longer one is recorded as failed. Absent: none.")
        @Nullable Duration trialTimeout) {

  /** Pattern of valid names. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** Checks the settings. */
  public StudySettings {
    Objects.requireNonNull(budget);
    Objects.requireNonNull(trialSeeds);
    if (!NAME.matcher(name).matches()) {
      throw new InvalidSettingException(
          "name",
          "name (%s) must begin with a letter or digit and hold only letters (a-z), digits, '.', '_' and '-', at most 100."
              .formatted(name));
    }
    SettingRanges.check(
        StudySettings.class, name, seed, workers, lag, budget, cache, trialSeeds, trialTimeout);
    TimeLimit.check("trialTimeout", trialTimeout);
    if (cache && budget.limited() && budget.trials() == null && budget.wallClock() == null) {
      throw new InvalidSettingException(
          "cache",
          "cache (true) needs a limit of budget.trials or budget.wallClock: cached results cost no"
              + " epochs and no time, so that a search of known architectures would never end.");
    }
  }

  /** Creates settings without a time limit of a trial. */
  public StudySettings(
      String name,
      long seed,
      int workers,
      int lag,
      Budget budget,
      boolean cache,
      TrialSeeds trialSeeds) {
    this(name, seed, workers, lag, budget, cache, trialSeeds, null);
  }
}
