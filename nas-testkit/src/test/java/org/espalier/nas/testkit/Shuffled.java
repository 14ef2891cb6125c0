package org.espalier.nas.testkit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** All architectures in random order, each once. */
class Shuffled implements Controller {
  final List<Architecture> order;
  int next;

  Shuffled(SearchSpace space, long seed) {
    order = new ArrayList<>(space.enumerate().toList());
    Collections.shuffle(order, new Random(seed));
  }

  @Override
  public List<Proposal> ask(int count) {
    int from = next;
    next = Math.min(order.size(), next + count);
    return IntStream.range(from, next).mapToObj(this::proposal).toList();
  }

  Proposal proposal(int index) {
    return Proposal.of(order.get(index % order.size()), Fidelity.epochs(1));
  }

  @Override
  public void tell(List<TrialResult> results) {}

  @Override
  public byte[] snapshot() {
    return ByteBuffer.allocate(Integer.BYTES).putInt(next).array();
  }

  @Override
  public void restore(byte[] snapshot) {
    if (snapshot.length != Integer.BYTES) {
      throw new NasException("The snapshot is not one of this controller.");
    }
    next = ByteBuffer.wrap(snapshot).getInt();
  }

  /** Goes round and round. */
  static Controller endless(SearchSpace space, long seed) {
    return new Shuffled(space, seed) {
      @Override
      public List<Proposal> ask(int count) {
        next += count;
        return IntStream.range(next - count, next).mapToObj(this::proposal).toList();
      }
    };
  }
}
