package org.espalier.nas.problem;

import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a rugged landscape over the architectures of a search space.
 *
 * @param k number of choices after a choice, in a circle, that its contribution depends on, not
 *     negative; higher values make the landscape more rugged
 * @param seed the seed of the contributions
 * @param noise standard deviation of the noise added to every measurement, not negative
 * @param epochs number of measurements of a trial at full fidelity
 * @param bias maximum bias of a fitness before the last measurement, always for the worse, not
 *     negative
 */
public record NkLandscapeSettings(
    @Default("2")
        @Description("Ruggedness: number of following choices that a contribution depends on.")
        @Range("[0, inf)")
        int k,
    @Default("0") @Description("Seed of the contributions.") @Range("(-inf, inf)") long seed,
    @Default("0")
        @Description("Standard deviation of the noise on each measurement.")
        @Range("[0, inf)")
        double noise,
    @Default("1") @Description("Measurements of a trial.") @Range("[1, inf)") int epochs,
    @Default("0")
        @Description("Maximum bias of a fitness before the last epoch, always for the worse.")
        @Range("[0, inf)")
        double bias)
    implements EvaluatorSettings {

  /** Checks the settings. */
  public NkLandscapeSettings {
    SettingRanges.check(NkLandscapeSettings.class, k, seed, noise, epochs, bias);
  }

  @Override
  public Set<String> metrics(@Nullable Task task) {
    return Set.of(NkLandscapeEvaluator.METRIC);
  }

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }

  @Override
  public Optional<Direction> direction(String metric) {
    return metric.equals(NkLandscapeEvaluator.METRIC)
        ? Optional.of(Direction.MAXIMIZE)
        : Optional.empty();
  }

  @Override
  public boolean instant() {
    return true;
  }

  NoiseModel showing() {
    return new NoiseModel(noise, epochs, bias);
  }
}
