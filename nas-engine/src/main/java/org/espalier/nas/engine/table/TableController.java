package org.espalier.nas.engine.table;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** A controller that proposes the trainings of a table in order: trial k is training k. */
public final class TableController implements Controller {
  private static final String KIND = "tabulate/1";
  private static final int BATCH = 64;

  private final TablePlan plan;
  private final Fidelity fidelity;
  private int proposed;

  /** Creates the controller of a study for a table. */
  public TableController(TablePlan plan, Fidelity fidelity) {
    this.plan = plan;
    this.fidelity = fidelity;
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count && proposed < plan.trainings()) {
      proposed++;
      proposals.add(Proposal.of(plan.architectures().get(plan.architectureOf(proposed)), fidelity));
    }
    return proposals;
  }

  @Override
  public void tell(List<TrialResult> results) {}

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, out -> out.writeInt(proposed));
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    proposed = in.readInt();
    if (proposed < 0 || proposed > plan.trainings()) {
      throw new IOException("Not " + proposed + " of " + plan.trainings() + " were proposed.");
    }
  }
}
