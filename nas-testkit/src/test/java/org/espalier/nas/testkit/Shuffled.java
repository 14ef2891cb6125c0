package org.espalier.nas.testkit;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** All architectures of a small space in random order, each once; random ones of a large space. */
class Shuffled implements Controller {
  private static final BigInteger SMALL = BigInteger.valueOf(1_000);

  final SearchSpace space;
  final long seed;
  private final List<Architecture> order;
  int next;

  Shuffled(SearchSpace space, long seed) {
    this.space = space;
    this.seed = seed;
    boolean small = space.count().filter(count -> count.compareTo(SMALL) <= 0).isPresent();
    this.order = new ArrayList<>(small ? space.enumerate().toList() : List.of());
    Collections.shuffle(order, new Random(seed));
  }

  @Override
  public List<Proposal> ask(int count) {
    int from = next;
    next = order.isEmpty() ? next + count : Math.min(order.size(), next + count);
    return IntStream.range(from, next).mapToObj(this::proposal).toList();
  }

  Proposal proposal(int index) {
    return Proposal.of(architecture(index), Fidelity.epochs(1));
  }

  Architecture architecture(int index) {
    return order.isEmpty()
        ? space.sample(new RandomStreams(seed).stream("shuffled", index))
        : order.get(index % order.size());
  }

  boolean exhausted() {
    return next == order.size() && !order.isEmpty();
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

  /** Returns a controller that cycles forever. */
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
