package org.espalier.nas.experiment.file;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;

/** An experiment cannot be run as it is described; holds everything that is wrong with it. */
public final class InvalidExperimentException extends NasException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Creates the error from its problems, at least one, in the order to show them. */
  public InvalidExperimentException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Creates the error from a single problem. */
  public InvalidExperimentException(Place place, String message) {
    this(List.of(new Problem(place, message)));
  }

  /** What is wrong, sorted by place. */
  public List<Problem> problems() {
    return problems;
  }
}
