package org.espalier.nas.benchmark.controller;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/** A plugin that provides an evaluator which takes next to no time and has two metrics. */
public final class SpherePlugin implements NasPlugin {
  static final String TYPE = "two-spheres";

  /** Metric of the distance to one centre, maximised. */
  static final String NEAR = "near";

  /** Metric of the distance to the other centre, maximised. */
  static final String FAR = "far";

  /** Settings without keys. */
  public record Settings() implements EvaluatorSettings {
    @Override
    public Fidelity fullFidelity() {
      return Fidelity.epochs(27);
    }
  }

  /** An evaluator of minus the squared distances to two centres. */
  @Description("Minus the squared distances of a vector to two centres.")
  static final class Spheres implements Evaluator {

    @Inject
    Spheres() {}

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      Architecture architecture = trial.proposal().architecture();
      double near = -squared(architecture, 0.3);
      double far = -squared(architecture, 0.7);
      List<Measurement> measured =
          IntStream.rangeClosed(1, trial.proposal().fidelity().epochs())
              .mapToObj(epoch -> new Measurement(epoch, Map.of(NEAR, near / epoch, FAR, far)))
              .toList();
      return new Outcome.Completed(measured, Account.empty());
    }

    private static double squared(Architecture architecture, double centre) {
      return architecture.choices().stream()
          .mapToDouble(Spheres::number)
          .map(x -> (x - centre) * (x - centre))
          .sum();
    }

    private static double number(Choice choice) {
      return choice instanceof Choice.Real real ? real.value() : choice.number() / 10.0;
    }
  }

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(ComponentKind.EVALUATOR, TYPE, Spheres.class, Settings.class);
  }
}
