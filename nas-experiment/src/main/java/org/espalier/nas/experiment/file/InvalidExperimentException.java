package org.espalier.nas.experiment.file;

import java.util.List;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;

/** Thrown if an experiment cannot be run as it is described; contains all of its problems. */
public final class InvalidExperimentException extends NasException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Creates the exception from its problems, at least one, in the order in which to show them. */
  public InvalidExperimentException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Creates the exception from a single problem. */
  public InvalidExperimentException(Place place, String message) {
    this(List.of(new Problem(place, message)));
  }

  /** Creates the exception from a single problem and its cause. */
  public InvalidExperimentException(Place place, String message, Throwable cause) {
    super(new Problem(place, message).toString(), cause);
    this.problems = List.of(new Problem(place, message));
  }

  /** Returns the problems, sorted by place. */
  public List<Problem> problems() {
    return problems;
  }
}
