package org.example.hedgerow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;

/**
 * A landscape without training, to test controllers in milliseconds: each decision has a random
 * value that depends on the decision and on the ones before it, as in Kauffman's NK model
 * (1987); the value of an architecture is the mean. More neighbours make it more rugged.
 */
@Description("A rugged landscape over any search space; trains nothing.")
public final class Hedgerow implements Evaluator {
  private final HedgerowSettings settings;
  private final SearchSpace space;
  private final RandomStreams landscape;

  /** Creates the evaluator of one worker; its dependencies are injected. */
  @Inject
  public Hedgerow(HedgerowSettings settings, SearchSpace space, RandomStreams landscape) {
    this.settings = settings;
    this.space = space;
    this.landscape = landscape;
  }

  @Override
  public Outcome evaluate(Trial trial, Progress progress) {
    double worth = worth(space.canonical(trial.proposal().architecture()));
    // All randomness of a trial derives from its seed, so that it can be repeated.
    RandomGenerator random = new SplittableRandom(trial.seed());
    int epochs = trial.proposal().fidelity().epochs();
    List<Measurement> measured = new ArrayList<>();
    Directive directive = Directive.CONTINUE;
    for (int epoch = 1; epoch <= epochs && directive == Directive.CONTINUE; epoch++) {
      double learnt = worth * epoch / (epoch + 1.0);
      double value = learnt + settings.noise() * random.nextGaussian();
      Measurement measurement =
          new Measurement(epoch, Map.of(Measurement.VALIDATION_ACCURACY, value));
      measured.add(measurement);
      directive = progress.report(measurement);
    }
    return new Outcome.Completed(measured, Account.of(Cost.ofEpochs(measured.size())));
  }

  /** Returns the value of an architecture, in [0, 1). */
  double worth(Architecture architecture) {
    List<String> texts = architecture.choices().stream().map(Choice::text).toList();
    double sum = 0;
    for (int i = 0; i < texts.size(); i++) {
      int from = Math.max(0, i - settings.neighbours());
      String context = i + ":" + String.join("|", texts.subList(from, i + 1));
      sum += landscape.stream("hedgerow." + context, 0).nextDouble();
    }
    return texts.isEmpty() ? 0 : sum / texts.size();
  }
}
