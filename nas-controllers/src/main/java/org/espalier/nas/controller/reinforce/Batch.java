package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.api.NasException;
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

  /** Up to {@code count} candidates that were not proposed yet. */
  List<Candidate> propose(int count) {
    int end = Math.min(candidates.size(), proposed + count);
    List<Candidate> next = candidates.subList(proposed, end);
    proposed = end;
    return next;
  }

  void tell(Architecture architecture, OptionalDouble reward) {
    if (rewards.size() >= proposed
        || !candidates.get(rewards.size()).architecture().equals(architecture)) {
      throw new NasException(
          "The result of %s was told out of order; expected %s."
              .formatted(
                  architecture,
                  rewards.size() < proposed
                      ? candidates.get(rewards.size()).architecture()
                      : "none"));
    }
    rewards.add(reward);
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
