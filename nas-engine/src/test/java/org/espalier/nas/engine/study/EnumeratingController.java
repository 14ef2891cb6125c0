package org.espalier.nas.engine.study;

import java.nio.ByteBuffer;
import java.util.List;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Proposes every architecture of a finite space once. */
final class EnumeratingController implements Controller {

  private final SearchSpace space;
  private int proposed;

  EnumeratingController(SearchSpace space) {
    this.space = space;
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals =
        space
            .enumerate()
            .skip(proposed)
            .limit(count)
            .map(architecture -> Proposal.of(architecture, Fidelity.epochs(1)))
            .toList();
    proposed += proposals.size();
    return proposals;
  }

  @Override
  public void tell(List<TrialResult> results) {}

  @Override
  public byte[] snapshot() {
    return ByteBuffer.allocate(Integer.BYTES).putInt(proposed).array();
  }

  @Override
  public void restore(byte[] snapshot) {
    proposed = ByteBuffer.wrap(snapshot).getInt();
  }
}
