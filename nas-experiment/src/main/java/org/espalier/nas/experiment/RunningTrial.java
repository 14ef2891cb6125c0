package org.espalier.nas.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;

/** A trial that is being evaluated by a {@link TrialFunction}; used by one thread. */
public final class RunningTrial {
  private final Trial trial;
  private final Progress progress;
  private final List<Measurement> measured = new ArrayList<>();
  private boolean ended;

  RunningTrial(Trial trial, Progress progress) {
    this.trial = trial;
    this.progress = progress;
  }

  /** Returns the number of the trial, counted from 1. */
  public int number() {
    return trial.number();
  }

  /** Returns the architecture to evaluate. */
  public Architecture architecture() {
    return trial.proposal().architecture();
  }

  /** Returns the seed from which every random draw of the evaluation must derive. */
  public long seed() {
    return trial.seed();
  }

  /** Returns the number of epochs, or steps, that the controller asks for. */
  public int epochs() {
    return trial.proposal().fidelity().epochs();
  }

  /**
   * Returns the value of a real parameter.
   *
   * @throws IllegalArgumentException if the architecture has no such parameter
   */
  public double real(String parameter) {
    return architecture().real(parameter);
  }

  /**
   * Returns the value of an integer parameter.
   *
   * @throws IllegalArgumentException if the architecture has no such parameter
   */
  public long integer(String parameter) {
    return architecture().integer(parameter);
  }

  /**
   * Returns the option of a categorical parameter.
   *
   * @throws IllegalArgumentException if the architecture has no such parameter
   */
  public String option(String parameter) {
    return architecture().option(parameter);
  }

  /**
   * Returns the value of a parameter that is true or false.
   *
   * @throws IllegalArgumentException if the architecture has no such parameter
   */
  public boolean bool(String parameter) {
    return Boolean.parseBoolean(option(parameter));
  }

  /**
   * Reports intermediate metrics.
   *
   * @param step the epoch or step after which they were measured; greater than the last one
   * @param metrics values by name
   * @return true to go on; false if the trial is to end now, because a stopping rule prunes it or
   *     the search is interrupted: the function then returns whatever it has
   */
  public boolean report(int step, Map<String, Double> metrics) {
    Measurement measurement = new Measurement(step, metrics);
    measured.add(measurement);
    ended |= progress.report(measurement) != Directive.CONTINUE;
    return !ended;
  }

  /** Returns true if the evaluation should end soon because the search is interrupted. */
  public boolean interrupted() {
    return progress.abandoned();
  }

  /** Returns what was reported, in order. */
  List<Measurement> measured() {
    return Collections.unmodifiableList(measured);
  }
}
