package org.example.hedgerow;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.Archive;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.ParetoFront;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Changes one decision of an architecture on the front so far; sometimes draws a new one. */
@SeveralObjectives
@Description("Changes the architectures of the front so far, one decision at a time.")
public final class Hedgerow implements Controller {
  private static final String KIND = "hedgerow/1";
  private static final int MOST_REDRAWS = 50;

  private final HedgerowSettings settings;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final Objectives objectives;
  private final Archive proposed;
  private List<Valued> front = new ArrayList<>();
  private long asked;

  /** An architecture and its values as losses, of which less is better. */
  private record Valued(Architecture architecture, double[] losses) {}

  /** Creates the controller of a study; its dependencies are injected. */
  @Inject
  public Hedgerow(
      HedgerowSettings settings,
      SearchSpace space,
      RandomStreams streams,
      Fidelity fidelity,
      Objectives objectives) {
    this.settings = settings;
    this.space = space;
    this.streams = streams;
    this.fidelity = fidelity;
    this.objectives = objectives;
    this.proposed = Archive.of(space);
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      // Each proposal has its own stream: its draws depend on the seed and the number only.
      Optional<Architecture> next = next(streams.stream("hedgerow", asked));
      if (next.isEmpty()) {
        break;
      }
      asked++;
      proposals.add(Proposal.of(next.get(), fidelity));
    }
    return proposals;
  }

  /** Returns an architecture that was not proposed before; empty if there is none left. */
  private Optional<Architecture> next(RandomGenerator random) {
    for (int redraws = 0; redraws < MOST_REDRAWS; redraws++) {
      // Without new neighbours of the front, random draws are cheaper than listing the space.
      Architecture candidate =
          redraws < MOST_REDRAWS / 2 ? candidate(random) : space.sample(random);
      if (proposed.add(candidate)) {
        return Optional.of(candidate);
      }
    }
    Optional<Architecture> left = proposed.drawRest(random);
    left.ifPresent(proposed::add);
    return left;
  }

  private Architecture candidate(RandomGenerator random) {
    if (front.isEmpty() || random.nextDouble() < settings.exploration()) {
      return space.sample(random);
    }
    Valued parent = front.get(random.nextInt(front.size()));
    return space.mutate(parent.architecture(), random);
  }

  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      // A failed trial has no values; an infeasible one is a failed trial.
      if (result.succeeded()) {
        front.add(
            new Valued(result.trial().proposal().architecture(), objectives.losses(result)));
      }
    }
    List<Valued> all = front;
    front = new ArrayList<>();
    ParetoFront.of(all.stream().map(Valued::losses).toList())
        .forEach(index -> front.add(all.get(index)));
  }

  @Override
  public int batch() {
    return settings.batch();
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(asked);
    proposed.write(out);
    out.writeInt(front.size());
    for (Valued valued : front) {
      ArchitectureFormat.write(out, valued.architecture());
      for (double loss : valued.losses()) {
        out.writeDouble(loss);
      }
    }
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    asked = in.readLong();
    proposed.read(in);
    front.clear();
    for (int left = in.readInt(); left > 0; left--) {
      Architecture architecture = ArchitectureFormat.read(in);
      double[] losses = new double[objectives.compared()];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = in.readDouble();
      }
      front.add(new Valued(architecture, losses));
    }
  }
}
