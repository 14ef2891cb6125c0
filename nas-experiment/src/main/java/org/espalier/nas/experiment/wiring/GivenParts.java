package org.espalier.nas.experiment.wiring;

import java.util.function.Supplier;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.space.SearchSpace;
import org.jspecify.annotations.Nullable;

/**
 * Components that a program provides as objects, in place of those that an experiment names.
 *
 * @param space search space, or null for the experiment's
 * @param evaluators supplier of an evaluator for each worker, or null for the experiment's
 * @param controller controller, which its creator closes, or null for the experiment's
 */
public record GivenParts(
    @Nullable SearchSpace space,
    @Nullable Supplier<? extends Evaluator> evaluators,
    @Nullable Controller controller) {

  /** The id by which an experiment names a component that a program provides. */
  public static final String TYPE = "given";

  /** Returns no parts: the experiment names all of its components. */
  public static GivenParts none() {
    return new GivenParts(null, null, null);
  }

  /** Returns the program's component of a kind, or null. */
  @Nullable Supplier<?> of(ComponentKind<?> kind) {
    if (kind.equals(ComponentKind.SEARCH_SPACE) && space != null) {
      SearchSpace given = space;
      return () -> given;
    }
    if (kind.equals(ComponentKind.CONTROLLER) && controller != null) {
      Controller given = controller;
      return () -> given;
    }
    return kind.equals(ComponentKind.EVALUATOR) ? evaluators : null;
  }
}
