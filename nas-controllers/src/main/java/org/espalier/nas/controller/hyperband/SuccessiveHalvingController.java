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
 * Successive halving (Karnin et al. 2013; Jamieson &amp; Talwalkar 2016, AISTATS): all begin with
 * few epochs, the best half goes on with twice as many, and so on.
 */
@Description("Successive halving: many random trials with few epochs, the best half goes on.")
public final class SuccessiveHalvingController implements Controller {
  private static final String KIND = "successive-halving/1";

  private final HyperbandSearch search;
  private final int batch;

  /** Creates the controller of a study. */
  @Inject
  public SuccessiveHalvingController(
      SuccessiveHalvingSettings settings,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity) {
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
