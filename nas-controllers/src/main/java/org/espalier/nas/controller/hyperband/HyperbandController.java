package org.espalier.nas.controller.hyperband;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.sampling.UniformSampler;

/**
 * Hyperband (Li et al. 2018, JMLR 18:185, algorithm 1): successive halving of random architectures,
 * in brackets that differ in how many trials begin with how few epochs.
 */
@Description("Hyperband: many random trials with few epochs, the best go on, in several brackets.")
public final class HyperbandController implements Controller {
  private static final String KIND = "hyperband/1";

  private final HyperbandSearch search;
  private final int batch;

  /** Creates the controller of a study. */
  @Inject
  public HyperbandController(
      HyperbandSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    search =
        new HyperbandSearch(
            settings.course(fidelity.epochs()), new UniformSampler(space), space, streams);
    batch = settings.batch();
  }

  @Override
  public List<Proposal> ask(int count) {
    return search.ask(count);
  }

  @Override
  public void tell(List<TrialResult> results) {
    search.tell(results);
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, search::write);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, search::read);
  }

  @Override
  public boolean continuesTrials() {
    return search.course().continued();
  }

  @Override
  public Set<Integer> continuable() {
    return search.continuable();
  }

  @Override
  public Optional<Plan> plan() {
    return Optional.of(search.course().plan());
  }
}
