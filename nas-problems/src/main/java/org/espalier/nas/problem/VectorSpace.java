package org.espalier.nas.problem;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A search space of vectors: every decision is asked in every architecture, independent of the
 * others.
 *
 * @param decisions the decisions in the order in which they are asked
 */
public record VectorSpace(List<Decision> decisions) implements SearchSpace {

  /** Copies the list. */
  public VectorSpace {
    decisions = List.copyOf(decisions);
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return made.size() < decisions.size()
        ? Optional.of(decisions.get(made.size()))
        : Optional.empty();
  }

  /** Returns the product of the domains' sizes, as the space may be too large to enumerate. */
  @Override
  public Optional<BigInteger> count() {
    return decisions.stream()
        .map(decision -> size(decision.domain()))
        .reduce(
            Optional.of(BigInteger.ONE),
            (product, factor) -> product.flatMap(left -> factor.map(left::multiply)));
  }

  private static Optional<BigInteger> size(Domain domain) {
    OptionalLong count = domain.count();
    return count.isPresent()
        ? Optional.of(BigInteger.valueOf(count.getAsLong()))
        : Optional.empty();
  }

  /**
   * Answers each decision uniformly, which is uniform over architectures if all are categorical.
   */
  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    return decisions.stream().noneMatch(decision -> decision.domain().isNumeric())
        ? sample(random)
        : SearchSpace.super.sampleUniformly(random);
  }
}
