package org.espalier.nas.controller.hyperband;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/**
 * Base class of controllers that run brackets; subclasses choose the brackets and the source of new
 * architectures.
 */
public abstract class AbstractHyperbandController implements Controller {
  private final String kind;
  private final HyperbandSearch search;
  private final int batch;

  /**
   * Creates the controller of a study.
   *
   * @param kind name of the controller and version of its snapshots
   * @param search the search to run
   * @param batch number of trials to keep outstanding at once
   */
  protected AbstractHyperbandController(String kind, HyperbandSearch search, int batch) {
    this.kind = kind;
    this.search = search;
    this.batch = batch;
  }

  @Override
  public final List<Proposal> ask(int count) {
    return search.ask(count);
  }

  @Override
  public final void tell(List<TrialResult> results) {
    search.tell(results);
  }

  @Override
  public final void observe(List<TrialResult> results) {
    search.observe(results);
  }

  @Override
  public final int batch() {
    return batch;
  }

  @Override
  public final byte[] snapshot() {
    return Snapshot.take(kind, search::write);
  }

  @Override
  public final void restore(byte[] snapshot) {
    Snapshot.open(kind, snapshot, search::read);
  }

  @Override
  public final boolean continuesTrials() {
    return search.course().continued();
  }

  @Override
  public final Set<Integer> continuable() {
    return search.continuable();
  }

  @Override
  public final Optional<Plan> plan() {
    return Optional.of(search.course().plan());
  }
}
