package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A search space in which some decisions, or all, say how a network is trained instead of what it
 * looks like.
 *
 * <p>Those reach the evaluator by the keys of its own settings: a decision for {@code
 * optimizer.learningRate} takes the place of what the experiment file says there.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface HyperparameterSpace extends SearchSpace {

  /**
   * The decisions that do not change the network, so that a trial can go on with other answers to
   * them from the weights of an earlier one.
   *
   * @return names of decisions, all of them among {@link #decisions}
   */
  Set<String> hyperparameters();

  /**
   * The settings of the evaluator that an architecture decides.
   *
   * @param architecture a complete one of this space
   * @return by the key's path in the evaluator's settings ({@code optimizer.learningRate}), in the
   *     order in which they were decided, the value as it would stand in the experiment file; what
   *     was not asked is not in it
   */
  Map<String, String> settings(Architecture architecture);
}
