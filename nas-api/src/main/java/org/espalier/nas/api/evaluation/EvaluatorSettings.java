package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Optional;
import org.apiguardian.api.API;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.trial.Fidelity;

/**
 * What a study needs to know of an evaluator before there is one.
 *
 * <p>An evaluator's config record implements it where a default does not fit; one that does not
 * implement it counts as having the defaults.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface EvaluatorSettings {

  /**
   * The most that one trial is trained: what components get that ask to be injected with a {@link
   * Fidelity}, and what controllers propose by default.
   *
   * @return the full fidelity; one epoch by default
   */
  default Fidelity fullFidelity() {
    return Fidelity.epochs(1);
  }

  /**
   * The setting because of which an outcome depends on the trials before it, as the experiment file
   * would show it: {@code sharing.mode (bigram)}. Then outcomes cannot be reused for repeated
   * architectures.
   *
   * @return the setting's path and value; empty if each trial stands for itself
   */
  default Optional<String> dependence() {
    return Optional.empty();
  }

  /**
   * What outcomes were measured on, where they come from elsewhere, such as from a table. In an
   * experiment without a data set, components get it that ask to be injected with a {@link
   * DatasetInfo}.
   *
   * @return empty by default: nothing is known of data
   */
  default Optional<DatasetInfo> datasetInfo() {
    return Optional.empty();
  }

  /**
   * Whether evaluating takes next to no time: a formula, a table. A comparison then keeps what its
   * searches found, but no study store of each that could be carried on in its middle.
   *
   * @return false by default
   */
  default boolean instant() {
    return false;
  }

  /**
   * Whether the accounts of all trials hold the fact {@code seconds}: how long each is said to have
   * trained, which the same seed gives again. Only then can a budget be in such seconds.
   *
   * @return false by default
   */
  default boolean chargesSeconds() {
    return false;
  }
}
