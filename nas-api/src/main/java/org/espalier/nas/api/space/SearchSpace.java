package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A set of architectures, described as a sequential decision process.
 *
 * <p>A controller starts from {@link Architecture#empty()}, answers the decision that {@link #next}
 * gives, and goes on until there is none. Since each decision's domain masks what is invalid, no
 * controller can make an invalid architecture. Implementations are immutable and safe for use by
 * several threads.
 */
@API(status = MAINTAINED, since = "0.1")
public interface SearchSpace {

  /**
   * Every decision that an architecture may hold, in the order in which they can be asked, with
   * nothing masked.
   *
   * <p>Its size is the length of the longest architecture. Decisions of the same kind have equal
   * options, so that a learned controller can share its output head among them.
   *
   * @return at least one decision; always an equal list
   */
  List<Decision> decisions();

  /**
   * The next decision after those made.
   *
   * @param made a prefix that was made by answering this space's decisions
   * @return what to decide next; empty when the architecture is complete
   */
  Optional<Decision> next(Architecture made);

  /**
   * The representative of all architectures that mean the same network; the identity where no two
   * do.
   *
   * @param architecture a complete one of this space
   * @return one of this space, its own representative
   */
  default Architecture canonical(Architecture architecture) {
    return architecture;
  }

  /** Returns true if no decision is a real number, so that the architectures can be enumerated. */
  default boolean isFinite() {
    return decisions().stream().allMatch(decision -> decision.domain().isFinite());
  }

  /**
   * Whether an architecture is one of this space.
   *
   * @param architecture possibly incomplete, or of another space
   * @return whether it is complete and each of its choices was valid where it was made
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

  /**
   * Draws an architecture by answering each decision uniformly.
   *
   * @param random decides which
   * @return a complete architecture of this space
   */
  default Architecture sample(RandomGenerator random) {
    return Walks.complete(this, Architecture.empty(), random);
  }

  /**
   * Draws an architecture such that each of a finite space is equally likely. This default visits
   * every architecture; a large space overrides it.
   *
   * @param random decides which
   * @return a complete architecture of this space
   * @throws IllegalStateException if the space is not finite
   */
  default Architecture sampleUniformly(RandomGenerator random) {
    return Walks.sampleUniformly(this, random);
  }

  /**
   * The number of architectures. This default visits every architecture; a large space overrides
   * it.
   *
   * @return how many; empty if a real range makes them uncountable
   */
  default Optional<BigInteger> count() {
    return Walks.count(this, Architecture.empty());
  }

  /**
   * All architectures of a finite space, each once, in the order of the options.
   *
   * @return a lazy stream
   * @throws IllegalStateException if the space is not finite
   */
  default Stream<Architecture> enumerate() {
    return Walks.enumerate(this);
  }

  /**
   * Whether architectures are neighbours that answer one decision by these two options. By default
   * any two are; a space overrides this where an option says several things at once, of which a
   * neighbour should change one. Numbers are not asked about.
   *
   * @param present an option of a decision of this space
   * @param other another option of the same decision
   * @return the same for both orders; by steps between neighbours every option is within reach of
   *     every other
   */
  default boolean adjacent(Choice present, Choice other) {
    return true;
  }

  /**
   * A neighbour: one decision is answered anew by an {@linkplain #adjacent adjacent} option or
   * another number, what follows is kept where still valid and drawn anew where not.
   *
   * @param architecture a complete one of this space; stays as it is
   * @param random decides which decision, and which answers
   * @return another one of this space; an equal one only if the space has no other
   */
  default Architecture mutate(Architecture architecture, RandomGenerator random) {
    return Walks.mutate(this, architecture, random);
  }

  /**
   * All neighbours: for each decision those architectures in which it is answered otherwise, and
   * what follows is kept where still valid and drawn anew where not.
   *
   * <p>Other answers are all {@linkplain #adjacent adjacent} options, all other integers of a range
   * of up to 16, and of longer ranges and real ones values at 1/64, 1/16 and 1/4 of the range, on
   * its scale, to either side. Those of one decision stand in order of their distance where there
   * is one.
   *
   * @param architecture a complete one of this space; stays as it is
   * @param random draws anew what is no longer valid
   * @return others of this space, each once; empty if it has no other, or none near enough
   */
  default List<Architecture> neighbours(Architecture architecture, RandomGenerator random) {
    return Neighbourhood.of(this, architecture, random);
  }

  /**
   * Completes an architecture with the choices of another one where they are still valid.
   *
   * @param prefix a possibly incomplete one of this space
   * @param donor gives the answers, by the decisions' names; possibly of another length
   * @param random answers what the donor did not decide, or decided in a way that is not valid here
   * @return a complete architecture that begins with {@code prefix}
   */
  default Architecture complete(Architecture prefix, Architecture donor, RandomGenerator random) {
    return Walks.repair(this, prefix, donor, random);
  }

  /**
   * A child of two: each decision is answered as one of the parents did, drawn by a coin, or as the
   * other did where that is not valid, and drawn anew where neither is (uniform crossover, Syswerda
   * 1989).
   *
   * @param one a complete architecture of this space; stays as it is
   * @param other another one; stays as it is
   * @param random tosses the coins
   * @return one of this space
   */
  default Architecture crossover(Architecture one, Architecture other, RandomGenerator random) {
    return Walks.crossover(this, one, other, random);
  }

  /**
   * Reads an architecture from the texts of its choices.
   *
   * @param texts as {@link Choice#text} gives them, in order
   * @return the architecture; empty if they are not one of this space
   */
  default Optional<Architecture> parse(List<String> texts) {
    return Walks.parse(this, texts);
  }
}
