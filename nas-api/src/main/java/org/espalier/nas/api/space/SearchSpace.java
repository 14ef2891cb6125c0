package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A set of architectures, described as a sequential decision process.
 *
 * <p>A controller starts from {@link Architecture#empty()} and answers the decision that {@link
 * #next} returns until there is none. Since each decision's domain masks invalid values, no
 * controller can make an invalid architecture. Implementations are immutable and safe for use by
 * several threads.
 */
@API(status = MAINTAINED, since = "0.1")
public interface SearchSpace {

  /**
   * Returns every decision that an architecture may hold, in the order in which they can be asked,
   * with nothing masked.
   *
   * <p>Its size is the length of the longest architecture. Decisions of the same kind have equal
   * options, so that a learned controller can share its output head among them.
   *
   * @return at least one decision; always an equal list
   */
  List<Decision> decisions();

  /**
   * Returns the next decision after those made.
   *
   * @param made a prefix made by answering this space's decisions
   * @return the next decision; empty if the architecture is complete
   */
  Optional<Decision> next(Architecture made);

  /**
   * Returns the representative of all architectures that describe the same network; by default, the
   * architecture itself.
   *
   * @param architecture a complete architecture of this space
   * @return an architecture of this space that represents itself
   */
  default Architecture canonical(Architecture architecture) {
    return architecture;
  }

  /** Returns true if no decision is a real number, so that the architectures can be enumerated. */
  default boolean isFinite() {
    return decisions().stream().allMatch(decision -> decision.domain().isFinite());
  }

  /**
   * Returns true if an architecture belongs to this space.
   *
   * @param architecture possibly incomplete, or of another space
   * @return true if it is complete and each of its choices was valid when made
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
   * @param random the source of the draws
   * @return a complete architecture of this space
   */
  default Architecture sample(RandomGenerator random) {
    return Walks.complete(this, Architecture.empty(), random);
  }

  /**
   * Draws an architecture of a finite space, each equally likely. This default visits every
   * architecture; large spaces override it.
   *
   * @param random the source of the draws
   * @return a complete architecture of this space
   * @throws IllegalStateException if the space is not finite
   */
  default Architecture sampleUniformly(RandomGenerator random) {
    return Walks.sampleUniformly(this, random);
  }

  /**
   * Returns the number of architectures. This default visits every architecture; large spaces
   * override it.
   *
   * @return the number; empty if a real range makes them uncountable, or if a finite space is too
   *     large for its way of counting
   */
  default Optional<BigInteger> count() {
    return Walks.count(this, Architecture.empty());
  }

  /**
   * Returns all architectures of a finite space, each once, in the order of the options.
   *
   * @return a lazy stream
   * @throws IllegalStateException if the space is not finite
   */
  default Stream<Architecture> enumerate() {
    return Walks.enumerate(this);
  }

  /**
   * Returns true if the two options are neighbours. By default any two are; a space overrides this
   * where an option combines several properties, of which a neighbour should change one. Never
   * called for numbers.
   *
   * @param present an option of a decision of this space
   * @param other another option of the same decision
   * @return the same for both orders; steps between neighbours connect every pair of options
   */
  default boolean adjacent(Choice present, Choice other) {
    return true;
  }

  /**
   * Returns a random neighbour: one decision gets a new answer, an {@linkplain #adjacent adjacent}
   * option or another number; later answers are kept if still valid and redrawn if not.
   *
   * @param architecture a complete architecture of this space, not changed
   * @param random the source of the decision and the answers
   * @return another architecture of this space; an equal one if the space has no other, or if one
   *     of its mutations is the identity (Real et al. 2019)
   */
  default Architecture mutate(Architecture architecture, RandomGenerator random) {
    return Walks.mutate(this, architecture, random);
  }

  /**
   * Returns all neighbours: for each decision, the architectures with another answer to it, in
   * which later answers are kept if still valid and redrawn if not.
   *
   * <p>The other answers are all {@linkplain #adjacent adjacent} options, all other integers of a
   * range of up to 16, and, in longer ranges and real ones, the values at 1/64, 1/16 and 1/4 of the
   * range, on its scale, to either side. The answers to one decision are sorted by distance where
   * it is defined.
   *
   * @param architecture a complete architecture of this space, not changed
   * @param random the source of answers that replace invalid ones
   * @return other architectures of this space, each once; empty if there is no other, or none near
   *     enough
   */
  default List<Architecture> neighbours(Architecture architecture, RandomGenerator random) {
    return Neighbourhood.of(this, architecture, random);
  }

  /**
   * Completes an architecture with the choices of another one where they are still valid.
   *
   * @param prefix a possibly incomplete architecture of this space
   * @param donor the source of answers, matched by the decisions' names; possibly of another length
   * @param random the source of answers that the donor lacks or that are invalid here
   * @return a complete architecture that begins with {@code prefix}
   */
  default Architecture complete(Architecture prefix, Architecture donor, RandomGenerator random) {
    return Walks.repair(this, prefix, donor, random);
  }

  /**
   * Returns a child of two parents: each decision takes the answer of a parent chosen by a fair
   * coin, the other parent's answer if that is invalid, or a new random answer if both are (uniform
   * crossover, Syswerda 1989).
   *
   * @param one a complete architecture of this space, not changed
   * @param other another one, not changed
   * @param random the source of the coins and new answers
   * @return an architecture of this space
   */
  default Architecture crossover(Architecture one, Architecture other, RandomGenerator random) {
    return Walks.crossover(this, one, other, random);
  }

  /**
   * Returns architectures that are known by a name, such as published ones, so that files can refer
   * to them.
   *
   * @return complete architectures of this space by name, in the order in which they are listed;
   *     empty by default
   */
  default Map<String, Architecture> named() {
    return Map.of();
  }

  /**
   * Reads an architecture from the texts of its choices.
   *
   * @param texts the texts, as returned by {@link Choice#text}, in order
   * @return the architecture; empty if the texts do not describe one of this space
   */
  default Optional<Architecture> parse(List<String> texts) {
    return Walks.parse(this, texts);
  }
}
