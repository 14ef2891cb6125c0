package org.espalier.nas.engine.evaluator;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.KnownProblem;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.evaluator.HiddenArchitectureSettings.Kind;

/**
 * A bandit: one architecture is the best; the value of others is the share of decisions in common.
 */
@BehaviourVersion("fa0a3c9ef6e65834")
@Description("A bandit that hides one architecture of the space; trains nothing.")
public final class HiddenArchitecture implements Evaluator, KnownProblem {

  private final HiddenArchitectureSettings settings;
  private final SearchSpace space;
  private final Architecture hidden;

  /**
   * Hides an architecture.
   *
   * @throws InvalidSettingException if the given architecture does not belong to the space
   */
  @Inject
  public HiddenArchitecture(
      HiddenArchitectureSettings settings, SearchSpace space, RandomStreams random) {
    this.settings = settings;
    this.space = space;
    this.hidden = space.canonical(hidden(settings, space, random));
  }

  private static Architecture hidden(
      HiddenArchitectureSettings settings, SearchSpace space, RandomStreams random) {
    List<String> texts = settings.architecture();
    if (texts == null) {
      return space.sample(random.stream("hidden-architecture", 0));
    }
    return space
        .parse(texts)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "architecture",
                    "architecture (%s) must be one of the search space; an example is %s."
                        .formatted(texts, space.sample(random.stream("hidden-architecture", 0)))));
  }

  /** Returns the best architecture. */
  public Architecture hidden() {
    return hidden;
  }

  /** Returns the value of an architecture without noise, in [0, 1]. */
  public double worth(Architecture architecture) {
    Architecture canonical = space.canonical(architecture);
    if (settings.reward() == Kind.EXACT) {
      return canonical.equals(hidden) ? 1 : 0;
    }
    List<String> ours = canonical.choices().stream().map(Choice::text).toList();
    List<String> theirs = hidden.choices().stream().map(Choice::text).toList();
    int longer = Math.max(ours.size(), theirs.size());
    int equal = 0;
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      equal += ours.get(i).equals(theirs.get(i)) ? 1 : 0;
    }
    return longer == 0 ? 1 : (double) equal / longer;
  }

  @Override
  public Map<String, Double> truth(Architecture architecture) {
    return Map.of(Measurement.VALIDATION_ACCURACY, worth(architecture));
  }

  /** Returns the value of the hidden architecture, which is always 1. */
  @Override
  public Map<String, Double> optimum() {
    return Map.of(Measurement.VALIDATION_ACCURACY, 1.0);
  }

  @Override
  public Map<String, Double> noise() {
    return Map.of(Measurement.VALIDATION_ACCURACY, settings.noise());
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) throws InterruptedException {
    RandomGenerator random = new SplittableRandom(trial.seed());
    double worth = worth(trial.proposal().architecture());
    int epochs = trial.proposal().fidelity().epochs();
    List<Measurement> continued = progress.continued();
    List<Measurement> measured = new ArrayList<>(continued);
    // The noise is that of the trial's seed, of which the continued trial has drawn its share.
    continued.forEach(drawn -> random.nextGaussian());
    Directive directive = Directive.CONTINUE;
    for (int epoch = continued.size() + 1;
        epoch <= epochs && directive == Directive.CONTINUE;
        epoch++) {
      Thread.sleep(settings.sleepMillis());
      double value = worth + settings.noise() * random.nextGaussian();
      measured.add(new Measurement(epoch, Map.of(Measurement.VALIDATION_ACCURACY, value)));
      directive = progress.report(measured.get(epoch - 1));
    }
    return new Outcome.Completed(measured, account(measured.size() - continued.size()));
  }

  private Account account(int epochs) {
    Duration slept = Duration.ofMillis((long) epochs * settings.sleepMillis());
    return new Account(Cost.ofEpochs(epochs), Map.of(), Map.of(Phase.TRAIN, slept));
  }
}
