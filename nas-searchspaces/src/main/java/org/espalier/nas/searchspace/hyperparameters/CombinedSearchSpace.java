package org.espalier.nas.searchspace.hyperparameters;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A search space whose decisions are followed by hyper-parameters. The two parts are independent:
 * each is completed, mutated and crossed by its own space.
 */
public final class CombinedSearchSpace implements HyperparameterSpace {
  private final SearchSpace inner;
  private final HyperparametersSearchSpace added;

  private CombinedSearchSpace(SearchSpace inner, HyperparametersSearchSpace added) {
    this.inner = inner;
    this.added = added;
  }

  /**
   * Combines a space with hyper-parameters.
   *
   * @param inner the space that is decided first
   * @param settings the hyper-parameters
   * @return a space of networks if {@code inner} is one
   * @throws InvalidHyperparameterException if a hyper-parameter has the name of a decision of
   *     {@code inner}
   */
  public static HyperparameterSpace of(SearchSpace inner, HyperparametersSettings settings) {
    for (Decision decision : inner.decisions()) {
      if (settings.parameters().containsKey(decision.name())) {
        throw new InvalidHyperparameterException(
            decision.name(),
            "The search space itself decides %s; leave it out or rename it here."
                .formatted(decision.name()));
      }
    }
    CombinedSearchSpace combined =
        new CombinedSearchSpace(inner, new HyperparametersSearchSpace(settings));
    return inner instanceof NetworkSearchSpace networks
        ? new CombinedNetworkSpace(combined, networks)
        : combined;
  }

  /** Returns the decisions of the inner space among those made. */
  Architecture innerPart(Architecture made) {
    int length = 0;
    while (length < made.size() && !isAdded(made.choices().get(length))) {
      length++;
    }
    return made.prefix(length);
  }

  private Architecture addedPart(Architecture made) {
    return new Architecture(made.choices().stream().filter(this::isAdded).toList());
  }

  private boolean isAdded(Choice choice) {
    return added.hyperparameters().contains(choice.decision());
  }

  private static Architecture join(Architecture first, Architecture second) {
    return new Architecture(
        Stream.concat(first.choices().stream(), second.choices().stream()).toList());
  }

  @Override
  public List<Decision> decisions() {
    return Stream.concat(inner.decisions().stream(), added.decisions().stream()).toList();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    boolean begun = made.size() > 0 && isAdded(made.choices().get(made.size() - 1));
    Optional<Decision> first = begun ? Optional.empty() : inner.next(made);
    return first.isPresent() ? first : added.next(addedPart(made));
  }

  @Override
  public Set<String> hyperparameters() {
    Set<String> names = new LinkedHashSet<>(added.hyperparameters());
    if (inner instanceof HyperparameterSpace hyperparameters) {
      names.addAll(hyperparameters.hyperparameters());
    }
    return names;
  }

  @Override
  public Map<String, String> settings(Architecture architecture) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (inner instanceof HyperparameterSpace hyperparameters) {
      settings.putAll(hyperparameters.settings(innerPart(architecture)));
    }
    settings.putAll(added.settings(architecture));
    return settings;
  }

  @Override
  public Architecture canonical(Architecture architecture) {
    return join(inner.canonical(innerPart(architecture)), addedPart(architecture));
  }

  @Override
  public Architecture sample(RandomGenerator random) {
    return join(inner.sample(random), added.sample(random));
  }

  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    if (added.count().isEmpty()) {
      throw new IllegalStateException(
          "The search space is not finite; sample over decisions instead.");
    }
    return join(inner.sampleUniformly(random), added.sampleUniformly(random));
  }

  @Override
  public Optional<BigInteger> count() {
    return inner.count().flatMap(first -> added.count().map(first::multiply));
  }

  @Override
  public boolean adjacent(Choice present, Choice other) {
    return isAdded(present) ? added.adjacent(present, other) : inner.adjacent(present, other);
  }

  /** Mutates one of the two parts, with a probability in proportion to its number of decisions. */
  @Override
  public Architecture mutate(Architecture architecture, RandomGenerator random) {
    Architecture first = innerPart(architecture);
    Architecture second = addedPart(architecture);
    boolean innerFirst = random.nextInt(architecture.size()) < first.size();
    Architecture mutant = mutate(first, second, innerFirst, random);
    return mutant.equals(architecture) ? mutate(first, second, !innerFirst, random) : mutant;
  }

  private Architecture mutate(
      Architecture first, Architecture second, boolean ofInner, RandomGenerator random) {
    return ofInner
        ? join(inner.mutate(first, random), second)
        : join(first, added.mutate(second, random));
  }

  /** Returns the neighbours of the inner part, as its own space has them, then the others. */
  @Override
  public List<Architecture> neighbours(Architecture architecture, RandomGenerator random) {
    Architecture first = innerPart(architecture);
    Architecture second = addedPart(architecture);
    List<Architecture> ofInner = inner.neighbours(first, random);
    List<Architecture> ofAdded = added.neighbours(second, random);
    return Stream.concat(
            ofInner.stream().map(near -> join(near, second)),
            ofAdded.stream().map(near -> join(first, near)))
        .toList();
  }

  @Override
  public Architecture complete(Architecture prefix, Architecture donor, RandomGenerator random) {
    return join(
        inner.complete(innerPart(prefix), innerPart(donor), random),
        added.complete(addedPart(prefix), addedPart(donor), random));
  }

  @Override
  public Architecture crossover(Architecture one, Architecture other, RandomGenerator random) {
    return join(
        inner.crossover(innerPart(one), innerPart(other), random),
        added.crossover(addedPart(one), addedPart(other), random));
  }
}
