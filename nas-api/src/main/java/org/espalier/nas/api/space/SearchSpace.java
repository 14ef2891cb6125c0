package org.espalier.nas.api.space;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A set of architectures, described as a sequential decision process.
 *
 * <p>A controller starts from {@link Architecture#empty()}, answers the decision that {@link #next}
 * gives, and goes on until there is none. Since each decision's domain masks what is invalid, no
 * controller can make an invalid architecture. Implementations are immutable and safe for use by
 * several threads.
 */
public interface SearchSpace {

  /**
   * Every decision that an architecture may hold, in the order in which they can be asked, with
   * nothing masked.
   *
   * <p>Its size is the length of the longest architecture. Decisions of the same kind have equal
   * options, so that a learned controller can share its output head among them.
   */
  List<Decision> decisions();

  /**
   * The next decision after those made, or empty when the architecture is complete.
   *
   * @param made a prefix that was made by answering this space's decisions
   */
  Optional<Decision> next(Architecture made);

  /**
   * The representative of all architectures that mean the same network; the identity where no two
   * do.
   */
  default Architecture canonical(Architecture architecture) {
    return architecture;
  }

  /**
   * Whether {@code architecture} is complete and each of its choices was valid where it was made.
   */
  default boolean contains(Architecture architecture) {
    Architecture made = Architecture.empty();
    for (Choice choice : architecture.choices()) {
      Optional<Decision> decision = next(made);
      if (decision.isEmpty() || !decision.get().admits(choice)) {
        return false;
      }
      made = made.with(choice);
    }
    return next(made).isEmpty();
  }

  /** Draws an architecture by answering each decision uniformly. */
  default Architecture sample(RandomGenerator random) {
    return Walks.complete(this, Architecture.empty(), random);
  }

  /**
   * Draws an architecture such that each of a finite space is equally likely. This default visits
   * every architecture; a large space overrides it.
   *
   * @throws IllegalStateException if the space is not finite
   */
  default Architecture sampleUniformly(RandomGenerator random) {
    return Walks.sampleUniformly(this, random);
  }

  /**
   * The number of architectures, or empty if a real range makes them uncountable. This default
   * visits every architecture; a large space overrides it.
   */
  default Optional<BigInteger> count() {
    return Walks.count(this, Architecture.empty());
  }

  /**
   * All architectures of a finite space, each once, in the order of the options.
   *
   * @throws IllegalStateException if the space is not finite
   */
  default Stream<Architecture> enumerate() {
    return Walks.enumerate(this);
  }

  /**
   * A neighbour: one decision is answered anew, what follows is kept where still valid and drawn
   * anew where not. It differs from {@code architecture} unless the space has one member only.
   */
  default Architecture mutate(Architecture architecture, RandomGenerator random) {
    return Walks.mutate(this, architecture, random);
  }

  /** The architecture whose choices have these texts, in order; empty if they are not one. */
  default Optional<Architecture> parse(List<String> texts) {
    return Walks.parse(this, texts);
  }
}
