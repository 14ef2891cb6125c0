package org.espalier.nas.controller.quasirandom;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.sampling.DecisionIndex;
import org.espalier.nas.controller.sampling.DistinctDraws;

/**
 * Quasi-random search (Bousquet et al. 2017, <i>Critical hyper-parameters: no random, no cry</i>):
 * each decision is one coordinate of a low-discrepancy sequence; results are ignored.
 */
@SeveralObjectives
@BehaviourVersion({"10b40d693c4c227b", "7a7306351ec49fc7"})
@Description("Quasi-random search along Sobol's or Halton's sequence: fills the space evenly.")
public final class QuasiRandomController implements Controller {
  private static final String KIND = "quasi-random/1";

  private final QuasiRandomSettings settings;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final DecisionIndex index;
  private final PointSequence points;
  private final DistinctDraws distinct;
  private int next;

  /** Creates the controller of a study. */
  @Inject
  public QuasiRandomController(
      QuasiRandomSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.streams = streams;
    this.fidelity = fidelity;
    this.index = new DecisionIndex(space);
    this.points = settings.points(index.size(), streams.seed("quasi-random.scramble", 0));
    this.distinct = new DistinctDraws(space);
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      Optional<Architecture> drawn =
          distinct.draw(() -> at(points.point(next++)), streams.stream("quasi-random.rest", next));
      if (drawn.isEmpty()) {
        break;
      }
      proposals.add(Proposal.of(drawn.get(), fidelity));
    }
    return proposals;
  }

  /**
   * Returns the architecture at a point; the coordinate of a decision that is not asked is unused.
   */
  private Architecture at(double... point) {
    Architecture made = Architecture.empty();
    for (Optional<Decision> asked = space.next(made); asked.isPresent(); asked = space.next(made)) {
      Decision decision = asked.get();
      made = made.with(decision.quantile(point[index.of(decision.name())]));
    }
    return made;
  }

  @Override
  public void tell(List<TrialResult> results) {}

  @Override
  public int batch() {
    return settings.batch();
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(next);
    distinct.write(out);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    next = in.readInt();
    if (next < 0) {
      throw new IOException("No point has the number " + next + ".");
    }
    distinct.read(in);
  }
}
