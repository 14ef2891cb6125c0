package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A search space in which some or all decisions concern the training of a network instead of its
 * structure.
 *
 * <p>These decisions override settings of the evaluator by their keys: a decision for {@code
 * optimizer.learningRate} replaces the value in the experiment file.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface HyperparameterSpace extends SearchSpace {

  /**
   * Returns the decisions that do not change the network. A trial can continue from the weights of
   * an earlier one with other answers to them.
   *
   * @return names of decisions, all of them among {@link #decisions}
   */
  Set<String> hyperparameters();

  /**
   * Returns the settings of the evaluator that an architecture decides.
   *
   * @param architecture a complete architecture of this space
   * @return values as written in an experiment file, by the key's path in the evaluator's settings
   *     ({@code optimizer.learningRate}), in the order of the decisions; decisions that were not
   *     asked are absent
   */
  Map<String, String> settings(Architecture architecture);
}
