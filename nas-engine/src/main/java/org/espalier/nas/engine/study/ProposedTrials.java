package org.espalier.nas.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;

/** Conversion of a controller's proposals to trials, which have numbers and seeds. */
final class ProposedTrials {

  private final StudySettings settings;
  private final SearchSpace space;
  private final TrialTracker tracker;
  private final ContinuationPolicy continuation;
  private final RandomStreams random;

  ProposedTrials(
      StudySettings settings,
      SearchSpace space,
      TrialTracker tracker,
      ContinuationPolicy continuation) {
    this.settings = settings;
    this.space = space;
    this.tracker = tracker;
    this.continuation = continuation;
    this.random = new RandomStreams(settings.seed());
  }

  /**
   * Returns the trials of an ask.
   *
   * @param count number of proposals requested
   * @param continuable the trials that the controller declared before it was asked
   * @throws NasException if a proposal is invalid, or there are too many
   */
  List<Trial> of(List<Proposal> proposals, int count, Set<Integer> continuable) {
    if (proposals.size() > count) {
      throw new NasException(
          "The controller proposed %d architectures where at most %d were asked for."
              .formatted(proposals.size(), count));
    }
    List<Trial> trials = new ArrayList<>();
    for (Proposal proposed : proposals) {
      Proposal proposal = storable(proposed);
      if (!space.contains(proposal.architecture())) {
        throw new NasException(
            "The controller proposed %s, which is no architecture of the search space."
                .formatted(proposal.architecture()));
      }
      int number = tracker.asked() + trials.size() + 1;
      continuation.check(number, proposal, continuable);
      trials.add(new Trial(number, proposal, seed(number, proposal), tracker.told()));
    }
    return trials;
  }

  /** Returns the next trial, of an architecture that the controller did not propose. */
  Trial enqueued(Architecture architecture, Fidelity fidelity) {
    Proposal proposal = Proposal.of(architecture, fidelity);
    int number = tracker.asked() + 1;
    return new Trial(number, proposal, seed(number, proposal), tracker.told());
  }

  /** Returns the proposal as it can be stored: SQLite has neither a negative zero nor NaN. */
  static Proposal storable(Proposal proposal) {
    Double predicted = proposal.predicted();
    Double stored = predicted == null || Double.isNaN(predicted) ? null : predicted + 0.0;
    return new Proposal(
        proposal.architecture(), proposal.fidelity(), proposal.continuedTrial(), stored);
  }

  /** A continued trial continues the random draws of the earlier trial. */
  private long seed(int number, Proposal proposal) {
    Integer parent = proposal.continuedTrial();
    if (parent != null) {
      return tracker.result(parent).trial().seed();
    }
    return switch (settings.trialSeeds()) {
      case NUMBER -> random.seed("trial", number);
      case ARCHITECTURE -> random.seed("trial " + canonical(proposal), 0);
    };
  }

  private String canonical(Proposal proposal) {
    return space.canonical(proposal.architecture()).choices().stream()
        .map(choice -> choice.decision() + "=" + choice.text())
        .collect(Collectors.joining(", "));
  }
}
