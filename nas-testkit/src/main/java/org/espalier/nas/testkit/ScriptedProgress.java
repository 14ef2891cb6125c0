package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.trial.Measurement;

/**
 * A progress that answers every measurement with the same directive and records all measurements.
 */
final class ScriptedProgress implements Progress {
  private final Directive directive;
  private final List<Measurement> continued;
  private final List<Measurement> told = new ArrayList<>();

  ScriptedProgress(Directive directive) {
    this(directive, List.of());
  }

  /** Creates a progress for a trial that continues one with these measurements. */
  ScriptedProgress(Directive directive, List<Measurement> continued) {
    this.directive = directive;
    this.continued = List.copyOf(continued);
  }

  @Override
  public List<Measurement> continued() {
    return continued;
  }

  @Override
  public Directive report(Measurement measurement) {
    told.add(measurement);
    return directive;
  }

  @Override
  public boolean abandoned() {
    return directive == Directive.ABANDON && !told.isEmpty();
  }

  List<Measurement> told() {
    return told;
  }
}
