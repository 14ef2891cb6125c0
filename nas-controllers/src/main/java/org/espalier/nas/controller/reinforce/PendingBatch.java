package org.espalier.nas.controller.reinforce;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.api.space.Architecture;

/**
 * The candidates that the policy learns from together. They are proposed one by one and told in
 * order.
 */
final class PendingBatch {
  private final List<SampledArchitecture> candidates;
  private final List<OptionalDouble> rewards = new ArrayList<>();
  private int proposed;

  PendingBatch(List<SampledArchitecture> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  static PendingBatch empty() {
    return new PendingBatch(List.of());
  }

  List<SampledArchitecture> candidates() {
    return candidates;
  }

  /** Returns the rewards told so far; empty for a failed trial. */
  List<OptionalDouble> rewards() {
    return rewards;
  }

  /** Returns the candidates whose results were not told yet. */
  List<SampledArchitecture> untold() {
    return candidates.subList(rewards.size(), candidates.size());
  }

  /** Returns up to {@code count} candidates that were not proposed yet. */
  List<SampledArchitecture> propose(int count) {
    int end = Math.min(candidates.size(), proposed + count);
    List<SampledArchitecture> next = candidates.subList(proposed, end);
    proposed = end;
    return next;
  }

  /** Returns true if the next result should be that of this architecture. */
  boolean expects(Architecture architecture) {
    return rewards.size() < proposed
        && candidates.get(rewards.size()).architecture().equals(architecture);
  }

  /** Adds the result of the candidate that is {@linkplain #expects expected}. */
  void tell(OptionalDouble reward) {
    rewards.add(reward);
  }

  /** Returns this batch with a candidate of another controller and its result. */
  PendingBatch adopting(SampledArchitecture candidate, OptionalDouble reward) {
    List<SampledArchitecture> all = new ArrayList<>(candidates);
    all.add(candidate);
    PendingBatch adopted = new PendingBatch(all);
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
    for (SampledArchitecture candidate : candidates) {
      candidate.write(out);
    }
    out.writeInt(proposed);
    out.writeInt(rewards.size());
    for (OptionalDouble reward : rewards) {
      out.writeDouble(reward.orElse(Double.NaN));
    }
  }

  static PendingBatch read(DataInputStream in, Vocabulary vocabulary) throws IOException {
    List<SampledArchitecture> candidates = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      candidates.add(SampledArchitecture.read(in, vocabulary));
    }
    PendingBatch batch = new PendingBatch(candidates);
    batch.proposed = in.readInt();
    for (int left = in.readInt(); left > 0; left--) {
      double reward = in.readDouble();
      batch.rewards.add(Double.isNaN(reward) ? OptionalDouble.empty() : OptionalDouble.of(reward));
    }
    return batch;
  }
}
