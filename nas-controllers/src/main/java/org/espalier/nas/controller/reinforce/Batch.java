package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.api.space.Architecture;

/** The candidates that the policy learns from together: proposed one by one, told in order. */
final class Batch {
  private final List<Candidate> candidates;
  private final List<OptionalDouble> rewards = new ArrayList<>();
  private int proposed;

  Batch(List<Candidate> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  static Batch empty() {
    return new Batch(List.of());
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** The rewards told so far; empty for a failed trial. */
  List<OptionalDouble> rewards() {
    return rewards;
  }

  /** The candidates whose results were not told yet. */
  List<Candidate> untold() {
    return candidates.subList(rewards.size(), candidates.size());
  }

  /** Up to {@code count} candidates that were not proposed yet. */
  List<Candidate> propose(int count) {
    int end = Math.min(candidates.size(), proposed + count);
    List<Candidate> next = candidates.subList(proposed, end);
    proposed = end;
    return next;
  }

  /** Whether the next result should be that of this architecture. */
  boolean expects(Architecture architecture) {
    return rewards.size() < proposed
        && candidates.get(rewards.size()).architecture().equals(architecture);
  }

  /** Takes in the result of the candidate that is {@linkplain #expects expected}. */
  void tell(OptionalDouble reward) {
    rewards.add(reward);
  }

  /** This batch with a candidate of another controller's and its result. */
  Batch adopting(Candidate candidate, OptionalDouble reward) {
    List<Candidate> all = new ArrayList<>(candidates);
    all.add(candidate);
    Batch adopted = new Batch(all);
    adopted.proposed = all.size();
    adopted.rewards.addAll(rewards);
    adopted.rewards.add(reward);
    return adopted;
  }

  boolean complete() {
    return rewards.size() == candidates.size();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(candidates.size());
    for (Candidate candidate : candidates) {
      candidate.write(out);
    }
    out.writeInt(proposed);
    out.writeInt(rewards.size());
    for (OptionalDouble reward : rewards) {
      out.writeDouble(reward.orElse(Double.NaN));
    }
  }

  static Batch read(DataInputStream in, Vocabulary vocabulary) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      candidates.add(Candidate.read(in, vocabulary));
    }
    Batch batch = new Batch(candidates);
    batch.proposed = in.readInt();
    for (int left = in.readInt(); left > 0; left--) {
      double reward = in.readDouble();
      batch.rewards.add(Double.isNaN(reward) ? OptionalDouble.empty() : OptionalDouble.of(reward));
    }
    return batch;
  }
}
