package org.espalier.nas.searchspace.cnn;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.random.UniformIntegers;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;

/**
 * The number of architectures that begin with given decisions, computed without visiting them: what
 * follows depends only on the sizes of the layers' outputs, by which pools and strides are masked.
 */
final class ChainCounter {
  private final NetworkSearchSpace space;
  private final ChainDecisions decisions;
  private final ImageSize image;
  private final Map<State, BigInteger> known = new HashMap<>();

  /** All that the decisions still to be made depend on. */
  private record State(
      int made, int layers, int denseLayers, List<ImageSize> outputs, List<String> unfinished) {}

  ChainCounter(NetworkSearchSpace space, ChainDecisions decisions, ImageSize image) {
    this.space = space;
    this.decisions = decisions;
    this.image = image;
  }

  /**
   * Returns the number of complete architectures that begin with these decisions; empty if one of
   * the decisions still to be made is a real number.
   */
  synchronized Optional<BigInteger> completions(Architecture made) {
    return space.isFinite() ? Optional.of(count(made)) : Optional.empty();
  }

  private BigInteger count(Architecture made) {
    Optional<Decision> next = space.next(made);
    if (next.isEmpty()) {
      return BigInteger.ONE;
    }
    State state = state(made);
    BigInteger before = known.get(state);
    if (before != null) {
      return before;
    }
    BigInteger sum =
        next.get()
            .choices()
            .map(choice -> count(made.with(choice)))
            .reduce(BigInteger.ZERO, BigInteger::add);
    known.put(state, sum);
    return sum;
  }

  private State state(Architecture made) {
    int layers = decisions.layers(made);
    int finished = decisions.finished(made);
    List<ImageSize> outputs = ImageSize.outputs(image, decisions, made, finished);
    return new State(
        made.size(),
        layers,
        decisions.denseLayers(made),
        outputs,
        decisions.sizing(made, finished));
  }

  /** Draws an architecture, each equally likely. */
  synchronized Architecture sample(RandomGenerator random) {
    Architecture made = Architecture.empty();
    for (Optional<Decision> next = space.next(made); next.isPresent(); next = space.next(made)) {
      List<Architecture> longer = new ArrayList<>();
      Architecture before = made;
      next.get().choices().forEach(choice -> longer.add(before.with(choice)));
      BigInteger left = UniformIntegers.below(count(made), random);
      for (Architecture each : longer) {
        made = each;
        left = left.subtract(count(each));
        if (left.signum() < 0) {
          break;
        }
      }
    }
    return made;
  }
}
