package org.espalier.nas.testkit;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A controller that lets another one observe a trial of somebody else after every third of its own,
 * as in a study into which a person puts architectures.
 */
final class ObservingController implements Controller {
  private static final int PERIOD = 3;
  private static final int FIRST_NUMBER = 1_000_000;

  private final Controller controller;
  private final SearchSpace space;
  private final Function<Trial, TrialResult> evaluation;
  private final RandomStreams streams = new RandomStreams(17);

  ObservingController(
      Controller controller, SearchSpace space, Function<Trial, TrialResult> evaluation) {
    this.controller = controller;
    this.space = space;
    this.evaluation = evaluation;
  }

  @Override
  public void tell(List<TrialResult> results) {
    controller.tell(results);
    for (TrialResult result : results) {
      int number = result.trial().number();
      if (number % PERIOD == 0) {
        controller.observe(List.of(other(number)));
      }
    }
  }

  private TrialResult other(int number) {
    Proposal proposal =
        Proposal.of(space.sample(streams.stream("observed", number)), Fidelity.epochs(1));
    return evaluation.apply(new Trial(FIRST_NUMBER + number, proposal, number, number));
  }

  /** Returns the largest number of trials observed in a search. */
  static int observed(int trials) {
    return trials / PERIOD;
  }

  @Override
  public List<Proposal> ask(int count) {
    return controller.ask(count);
  }

  @Override
  public int batch() {
    return controller.batch();
  }

  @Override
  public boolean continuesTrials() {
    return controller.continuesTrials();
  }

  @Override
  public Set<Integer> continuable() {
    return controller.continuable();
  }

  @Override
  public byte[] snapshot() {
    return controller.snapshot();
  }

  @Override
  public void restore(byte[] snapshot) {
    controller.restore(snapshot);
  }

  @Override
  public void close() {
    controller.close();
  }
}
