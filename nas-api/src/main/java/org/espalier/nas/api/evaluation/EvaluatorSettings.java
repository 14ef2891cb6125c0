package org.espalier.nas.api.evaluation;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.espalier.nas.api.data.AugmentedSample;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.LayerImplementations;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.jspecify.annotations.Nullable;

/**
 * The properties of an evaluator that a study needs before the evaluator exists.
 *
 * <p>An evaluator's config record implements it to change a default; without it, the defaults
 * apply.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface EvaluatorSettings {

  /**
   * Returns the fidelity of a trial that is trained fully: injected into components that ask for a
   * {@link Fidelity}, and proposed by controllers by default.
   *
   * @return the full fidelity; one epoch by default
   */
  default Fidelity fullFidelity() {
    return Fidelity.epochs(1);
  }

  /**
   * Returns the setting that makes an outcome depend on earlier trials, as written in the
   * experiment file: {@code sharing.mode (bigram)}. Outcomes of such an evaluator cannot be reused
   * for repeated architectures.
   *
   * @return the setting's path and value; empty by default: each trial is independent
   */
  default Optional<String> dependence() {
    return Optional.empty();
  }

  /**
   * Returns the reason why trials cannot be evaluated on the {@linkplain
   * org.espalier.nas.api.data.Dataset#folds folds} of a cross-validation. An experiment whose data
   * have folds is then refused before its first trial.
   *
   * @return the reason and the way out; empty if each trial is evaluated on all folds, as the mean
   *     of their metrics; by default it is not
   */
  default Optional<String> refusalOfFolds() {
    return Optional.of(
        "The evaluator does not support cross-validation; remove prepare.split.folds from the data set.");
  }

  /**
   * Returns settings with which each trial is independent of earlier ones, and otherwise trained
   * and scored as these settings train a model by itself.
   *
   * @return a record of the same class whose {@link #dependence} is empty; by default these
   *     settings
   */
  default EvaluatorSettings independent() {
    return this;
  }

  /**
   * Returns the trainer of final models, which is built by injection like the evaluator. Without
   * one, architectures cannot be trained after a search, nor retrained in comparisons.
   *
   * @return a class with one constructor marked {@code jakarta.inject.Inject}; empty by default
   */
  default Optional<Class<? extends FinalTrainer>> finalTrainer() {
    return Optional.empty();
  }

  /**
   * Returns the epochs of an architecture that is trained on its own, outside of the search.
   *
   * @return positive; by default those of a trial of full fidelity
   */
  default int standaloneEpochs() {
    return fullFidelity().epochs();
  }

  /**
   * Returns samples of the training images beside their changed copies, as training sees them.
   *
   * @param dataset the data that trials are trained on
   * @param count the largest number of samples of each class
   * @param seed the seed of the choice and of the changes
   * @return samples by the name of the class, in the order of the classes, or by the name of the
   *     target if there are no classes; empty by default: examples are trained on as they are
   */
  default Map<String, List<AugmentedSample>> augmentedSamples(
      Dataset dataset, int count, long seed) {
    return Map.of();
  }

  /**
   * Returns true if each trial also measures the test part, as {@code test.loss} and so on.
   *
   * @return false by default
   */
  default boolean measuresTestPart() {
    return false;
  }

  /**
   * Returns the names of the metrics of a trial's measurements. An experiment that names another
   * metric is then refused before its first trial.
   *
   * @param task the task of the data set; null if there is none or it is not known yet
   * @return the names; with an unknown task, those of any task; empty by default: not known
   */
  default Set<String> metrics(@Nullable Task task) {
    return Set.of();
  }

  /**
   * Returns the data on which outcomes were measured, if they come from elsewhere, such as a table.
   * In an experiment without a data set, it is injected into components that ask for a {@link
   * DatasetInfo}.
   *
   * @return empty by default: no data is known
   */
  default Optional<DatasetInfo> datasetInfo() {
    return Optional.empty();
  }

  /**
   * Returns the direction in which a metric of this evaluator improves. Rewards, stopping rules and
   * scores with {@code goal: auto} use it.
   *
   * @param metric the metric's name, as measurements have it
   * @return empty by default: the name has to tell, as {@code validation.loss} does
   */
  default Optional<Direction> direction(String metric) {
    return Optional.empty();
  }

  /**
   * Returns true if an evaluation takes almost no time, as a formula or a table does. A comparison
   * then keeps the results of its searches, but no study store to resume an interrupted search
   * from.
   *
   * @return false by default
   */
  default boolean instant() {
    return false;
  }

  /**
   * Returns true if the accounts of all trials hold the fact {@code seconds}: the time charged to
   * each trial, which the same seed reproduces. Only then can a budget be given in such seconds.
   *
   * @return false by default
   */
  default boolean chargesSeconds() {
    return false;
  }

  /**
   * Returns why the networks of a search space cannot be trained, before anything is trained.
   *
   * @param space the search space
   * @param name the name of the search space, for the message
   * @param layers the implementations of layers that plugins bring
   * @return the reason and the way out; empty by default
   */
  default Optional<String> untrainable(
      NetworkSearchSpace space, String name, LayerImplementations layers) {
    return Optional.empty();
  }
}
