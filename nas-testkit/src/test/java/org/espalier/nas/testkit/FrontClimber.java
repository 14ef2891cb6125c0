package org.espalier.nas.testkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.objective.Dominance;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.objective.SeveralObjectives;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/**
 * A correct controller of several objectives: after some random architectures, it proposes
 * neighbours of the non-dominated ones.
 */
@SeveralObjectives
class FrontClimber implements Controller {
  private static final String KIND = "front-climber/1";
  private static final int RANDOM = 10;

  final Objectives objectives;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final List<Member> front = new ArrayList<>();
  private long asked;

  private record Member(Architecture architecture, List<Double> losses) {
    double[] vector() {
      return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  FrontClimber(SearchSpace space, RandomStreams streams, Objectives objectives) {
    this.space = space;
    this.streams = streams;
    this.objectives = objectives;
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RandomGenerator random = streams.stream("front-climber", asked++);
      Architecture next =
          asked <= RANDOM || front.isEmpty()
              ? space.sample(random)
              : space.mutate(front.get(random.nextInt(front.size())).architecture(), random);
      proposals.add(Proposal.of(next, Fidelity.epochs(1)));
    }
    return proposals;
  }

  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      if (result.succeeded() && (objectives.several() || result.reward().isPresent())) {
        add(result.trial().proposal().architecture(), losses(result));
      }
    }
  }

  /** Returns the values that are compared. */
  double[] losses(TrialResult result) {
    return objectives.losses(result);
  }

  private void add(Architecture architecture, double[] losses) {
    if (front.stream().noneMatch(member -> Dominance.weaklyDominates(member.vector(), losses))) {
      front.removeIf(member -> Dominance.dominates(losses, member.vector()));
      List<Double> list = new ArrayList<>();
      for (double loss : losses) {
        list.add(loss);
      }
      front.add(new Member(architecture, list));
    }
  }

  @Override
  public int batch() {
    return 4;
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeLong(asked);
    out.writeInt(written(front.size()));
    for (Member member : front.subList(0, written(front.size()))) {
      ArchitectureFormat.write(out, member.architecture());
      out.writeInt(member.losses().size());
      for (double loss : member.losses()) {
        out.writeDouble(loss);
      }
    }
  }

  /** Returns the number of members in a snapshot. */
  int written(int members) {
    return members;
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    asked = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      Architecture architecture = ArchitectureFormat.read(in);
      List<Double> losses = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        losses.add(in.readDouble());
      }
      front.add(new Member(architecture, losses));
    }
  }
}
