package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import org.apiguardian.api.API;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.ObjectiveFunction;
import org.espalier.nas.api.objective.Scalarisation;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A place in an experiment that a plugin can fill.
 *
 * <p>These kinds are all that an experiment file supports.
 *
 * @param <T> the type of its components
 * @param key the key in the experiment file
 * @param type the type of its components
 */
@API(status = MAINTAINED, since = "0.1")
public record ComponentKind<T>(String key, Class<T> type) {
  /** Data sets. */
  public static final ComponentKind<Dataset> DATASET =
      new ComponentKind<>("dataset", Dataset.class);

  /** Search spaces. */
  public static final ComponentKind<SearchSpace> SEARCH_SPACE =
      new ComponentKind<>("searchSpace", SearchSpace.class);

  /** Controllers. */
  public static final ComponentKind<Controller> CONTROLLER =
      new ComponentKind<>("controller", Controller.class);

  /** Evaluators. */
  public static final ComponentKind<Evaluator> EVALUATOR =
      new ComponentKind<>("evaluator", Evaluator.class);

  /** Rewards. */
  public static final ComponentKind<Reward> REWARD = new ComponentKind<>("reward", Reward.class);

  /** Objectives. */
  public static final ComponentKind<ObjectiveFunction> OBJECTIVE =
      new ComponentKind<>("objectives", ObjectiveFunction.class);

  /** Scalarisations. */
  public static final ComponentKind<Scalarisation> SCALARISATION =
      new ComponentKind<>("scalarisation", Scalarisation.class);

  /** Stopping rules. */
  public static final ComponentKind<StoppingRule> STOPPING =
      new ComponentKind<>("stopping", StoppingRule.class);

  /** Callbacks. */
  public static final ComponentKind<StudyListener> CALLBACK =
      new ComponentKind<>("callbacks", StudyListener.class);

  /** {@return all kinds, in the order of their keys in an experiment file} */
  public static List<ComponentKind<?>> all() {
    return List.of(
        DATASET,
        SEARCH_SPACE,
        CONTROLLER,
        EVALUATOR,
        REWARD,
        OBJECTIVE,
        SCALARISATION,
        STOPPING,
        CALLBACK);
  }

  /** Returns the key in the experiment file. */
  @Override
  public String toString() {
    return key;
  }
}
