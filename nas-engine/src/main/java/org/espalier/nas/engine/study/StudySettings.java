package org.espalier.nas.engine.study;

import java.util.Objects;
import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * How a study is carried out.
 *
 * @param name the experiment's name; a folder is named after it
 * @param seed from which every random draw derives
 * @param workers how many trials are evaluated at the same time
 * @param lag how many trials may be outstanding: trial k is proposed once all up to k − lag were
 *     told; 0 for the controller's batch
 * @param budget how much may be spent
 * @param cache whether an architecture that was evaluated before is given its earlier outcome; only
 *     where an outcome does not depend on other trials (no weight sharing)
 * @param trialSeeds what the seeds of trials derive from
 */
public record StudySettings(
    @Description("Name of the experiment; its runs are kept in a folder of this name.") String name,
    @Default("1") @Description("From which every random draw derives.") @Range("(-inf, inf)")
        long seed,
    @Default("1") @Description("Trials evaluated at the same time.") @Range("[1, 1024]")
        int workers,
    @Default("0")
        @Description(
            "Trials that may be outstanding; 0 for the controller's batch. Results depend on it,"
                + " but not on workers.")
        @Range("[0, inf)")
        int lag,
    @Default("{}") @Description("How much may be spent.") Budget budget,
    @Default("false")
        @Description("Give a repeated architecture its earlier outcome; not with weight sharing.")
        boolean cache,
    @Default("number")
        @Description(
            "number: each trial has its own luck; architecture: one that comes up again has the"
                + " same.")
        TrialSeeds trialSeeds) {

  /** What a name must match. */
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
    SettingRanges.check(StudySettings.class, name, seed, workers, lag, budget, cache, trialSeeds);
  }
}
