package org.espalier.nas.testkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A correct controller that learns: it proposes neighbours of the best architecture so far and
 * restarts elsewhere when none is better.
 */
final class Climber implements Controller {
  private static final String KIND = "climber/1";
  private static final int PATIENCE = 30;

  private final SearchSpace space;
  private final RandomStreams streams;
  private Architecture best;
  private double reward = Double.NEGATIVE_INFINITY;
  private int stale;
  private boolean fresh = true;
  private long asked;

  Climber(SearchSpace space, RandomStreams streams) {
    this.space = space;
    this.streams = streams;
    this.best = space.sample(streams.stream("climber.start", 0));
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Architecture next =
          fresh ? best : space.mutate(best, streams.stream("climber.mutate", asked));
      asked++;
      fresh = false;
      proposals.add(Proposal.of(next, Fidelity.epochs(1)));
    }
    return proposals;
  }

  @Override
  public void tell(List<TrialResult> results) {
    results.forEach(this::tell);
  }

  private void tell(TrialResult result) {
    double told = result.reward().orElse(Double.NEGATIVE_INFINITY);
    stale = told > reward ? 0 : stale + 1;
    if (told > reward) {
      reward = told;
      best = result.trial().proposal().architecture();
    } else if (stale == PATIENCE) {
      reward = Double.NEGATIVE_INFINITY;
      best = space.sample(streams.stream("climber.start", asked));
      fresh = true;
      stale = 0;
    }
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    ArchitectureFormat.write(out, best);
    out.writeDouble(reward);
    out.writeInt(stale);
    out.writeBoolean(fresh);
    out.writeLong(asked);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    best = ArchitectureFormat.read(in);
    reward = in.readDouble();
    stale = in.readInt();
    fresh = in.readBoolean();
    asked = in.readLong();
  }
}
