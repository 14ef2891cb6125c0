package org.espalier.nas.controller.bayesian;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.controller.bayesian.forest.RandomForestSurrogate;
import org.espalier.nas.controller.bayesian.gp.GaussianProcessSurrogate;
import org.espalier.nas.controller.bayesian.surrogate.Surrogate;
import org.espalier.nas.controller.encoding.Dimension;

/**
 * The model of the reward.
 *
 * @param type the kind of model
 * @param restarts of a Gaussian process: number of random hyper-parameters from which a fit also
 *     starts, unless it continues from the last fit alone
 * @param activeSet of a Gaussian process: maximum number of observations that it is conditioned on;
 *     of more, the best half, and others that are spread over the space
 * @param trees of a random forest: number of trees
 */
public record SurrogateSettings(
    @Default("gaussian-process") @Description("Kind of model of the reward.") Type type,
    @Default("1")
        @Description("Gaussian process: random starts of a fit, in addition to the last fit.")
        @Range("[0, inf)")
        int restarts,
    @Default("250")
        @Description("Gaussian process: maximum observations that it is conditioned on.")
        @Range("[2, inf)")
        int activeSet,
    @Default("50") @Description("Random forest: number of trees.") @Range("[1, inf)") int trees) {

  /** Kinds of models. */
  public enum Type {
    /** For up to some thousand trials, best on smooth rewards. */
    GAUSSIAN_PROCESS,
    /** For many trials, many options and conditions. */
    RANDOM_FOREST
  }

  /** Checks the ranges. */
  public SurrogateSettings {
    Objects.requireNonNull(type);
    SettingRanges.check(SurrogateSettings.class, type, restarts, activeSet, trees);
  }

  Surrogate create(List<Dimension> axes) {
    return switch (type) {
      case GAUSSIAN_PROCESS -> new GaussianProcessSurrogate(axes, restarts, activeSet);
      case RANDOM_FOREST -> new RandomForestSurrogate(axes, trees);
    };
  }
}
