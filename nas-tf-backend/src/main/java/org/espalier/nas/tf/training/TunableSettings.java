package org.espalier.nas.tf.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.SettingOverrides;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.SearchSpace;

/** The training settings, some of which the architectures of a space may decide. */
final class TunableSettings {
  private static final String ONE_FOR_ALL = "it must be the same for all trials of a search.";

  /** Settings that an architecture may not decide, with the reason. */
  private static final Map<String, String> FIXED =
      Map.of(
          "epochs",
          "how many epochs a trial has is its fidelity, which the controller chooses.",
          "sharing.mode",
          ONE_FOR_ALL,
          "measureTest",
          ONE_FOR_ALL,
          "memoryLimitMiB",
          ONE_FOR_ALL,
          "device",
          ONE_FOR_ALL);

  /** Number of attempts to reach a value that depends on other decisions. */
  private static final int ATTEMPTS = 20;

  private static final int MOST_OPTIONS = 100;

  private final TrainingSettings settings;
  private final SearchSpace space;

  private TunableSettings(TrainingSettings settings, SearchSpace space) {
    this.settings = settings;
    this.space = space;
  }

  /**
   * Returns the settings for a space, after a check that they accept all its decisions.
   *
   * @param data the check that settings fit the data
   * @throws InvalidHyperparameterException if a hyper-parameter of the space is not a setting, or
   *     one of its extreme values or options is rejected
   */
  static TunableSettings of(TrainingSettings settings, SearchSpace space, SettingsCheck data) {
    TunableSettings tunable = new TunableSettings(settings, space);
    if (space instanceof HyperparameterSpace hyperparameters) {
      tunable.check(hyperparameters, data);
    }
    return tunable;
  }

  /**
   * Returns the settings for an architecture.
   *
   * @throws InvalidSettingException if its hyper-parameters conflict
   */
  TrainingSettings of(Architecture architecture) {
    return space instanceof HyperparameterSpace hyperparameters
        ? SettingOverrides.of(hyperparameters.settings(architecture)).applyTo(settings)
        : settings;
  }

  private void check(HyperparameterSpace hyperparameters, SettingsCheck data) {
    for (Decision decision : hyperparameters.decisions()) {
      if (hyperparameters.hyperparameters().contains(decision.name())) {
        requireTunable(decision.name());
        for (Choice choice : telling(decision)) {
          check(hyperparameters, choice, data);
        }
      }
    }
  }

  private static void requireTunable(String name) {
    String reason = FIXED.get(name);
    if (reason != null) {
      throw new InvalidHyperparameterException(
          name, "evaluator." + name + " cannot be searched: " + reason);
    }
  }

  /** Returns the values to check in place of all: the extremes, and one that is not an integer. */
  private static List<Choice> telling(Decision decision) {
    return decision
        .domain()
        .fold(
            options ->
                options.allowed().size() <= MOST_OPTIONS
                    ? decision.choices().toList()
                    : ends(decision),
            integers -> ends(decision),
            reals ->
                Stream.of(reals.low(), between(reals), reals.high())
                    .map(decision::nearest)
                    .toList());
  }

  private static List<Choice> ends(Decision decision) {
    return Stream.of(decision.domain().lowest(), decision.domain().highest())
        .map(decision::nearest)
        .toList();
  }

  private static double between(RealRange range) {
    return range.low() + (range.high() - range.low()) / Math.PI;
  }

  /**
   * Checks a value, which is valid if any architecture with it is; the search finds the valid
   * combinations.
   */
  private void check(HyperparameterSpace hyperparameters, Choice choice, SettingsCheck data) {
    RandomStreams streams = new RandomStreams(0);
    Architecture wanted = new Architecture(List.of(choice));
    InvalidSettingException refusal = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Architecture made =
          hyperparameters.complete(
              Architecture.empty(), wanted, streams.stream("hyperparameters.check", attempt));
      if (made.choices().contains(choice)) {
        try {
          data.require(of(made));
          return;
        } catch (InvalidSettingException refused) {
          refusal = refused;
        }
      }
    }
    if (refusal != null) {
      boolean another = hyperparameters.hyperparameters().contains(refusal.setting());
      throw new InvalidHyperparameterException(
          another ? refusal.setting() : choice.decision(),
          "Hyper-parameter of the evaluator training: " + refusal.getMessage());
    }
  }
}
