package org.espalier.nas.controller.bohb;

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
import org.espalier.nas.controller.hyperband.HyperbandSearch;

/**
 * BOHB (Falkner, Klein &amp; Hutter 2018): Hyperband whose new architectures come from a model of
 * what was told, instead of at random.
 */
@Description("BOHB: Hyperband with architectures from a kernel density model of the results.")
public final class BohbController implements Controller {
  private static final String KIND = "bohb/1";

  private final HyperbandSearch search;
  private final int batch;

  /** Creates the controller of a study. */
  @Inject
  public BohbController(
      BohbSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    search =
        new HyperbandSearch(
            settings.hyperband().course(fidelity.epochs()),
            new KernelDensitySampler(space, settings.model()),
            space,
            streams);
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
