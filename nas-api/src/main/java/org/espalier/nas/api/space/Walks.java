package org.espalier.nas.api.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.random.UniformIntegers;

/** Default operations of search spaces, implemented by walking the decisions. */
final class Walks {

  private Walks() {}

  static Architecture complete(SearchSpace space, Architecture start, RandomGenerator random) {
    Architecture made = start;
    Optional<Decision> decision = space.next(made);
    while (decision.isPresent()) {
      made = made.with(decision.get().sample(random));
      decision = space.next(made);
    }
    return made;
  }

  static Optional<BigInteger> count(SearchSpace space, Architecture made) {
    Optional<Decision> decision = space.next(made);
    if (decision.isEmpty()) {
      return Optional.of(BigInteger.ONE);
    }
    if (!decision.get().domain().isFinite()) {
      return Optional.empty();
    }
    return decision
        .get()
        .choices()
        .map(choice -> count(space, made.with(choice)))
        .reduce(
            Optional.of(BigInteger.ZERO), (sum, part) -> sum.flatMap(left -> part.map(left::add)));
  }

  /** Returns all architectures lazily; nested streams would buffer all of them before the first. */
  static Stream<Architecture> enumerate(SearchSpace space) {
    return Stream.iterate(
            Optional.of(first(space, Architecture.empty())),
            Optional::isPresent,
            made -> made.flatMap(architecture -> successor(space, architecture)))
        .flatMap(Optional::stream);
  }

  private static Architecture first(SearchSpace space, Architecture start) {
    Architecture made = start;
    for (Optional<Decision> decision = space.next(made);
        decision.isPresent();
        decision = space.next(made)) {
      made = made.with(decision.get().choices().findFirst().orElseThrow());
    }
    return made;
  }

  /** Returns the next architecture in the order of the options. */
  private static Optional<Architecture> successor(SearchSpace space, Architecture architecture) {
    for (int position = architecture.size() - 1; position >= 0; position--) {
      Architecture before = architecture.prefix(position);
      Choice present = architecture.choices().get(position);
      Optional<Choice> following = following(space.next(before).orElseThrow(), present);
      if (following.isPresent()) {
        return Optional.of(first(space, before.with(following.get())));
      }
    }
    return Optional.empty();
  }

  private static Optional<Choice> following(Decision decision, Choice present) {
    long position =
        decision
            .domain()
            .fold(
                options -> (long) options.allowed().indexOf((int) present.number()),
                integers -> (((Choice.Whole) present).value() - integers.low()) / integers.step(),
                reals -> -1L);
    return Optional.of(position + 1)
        .filter(next -> next < decision.domain().count().orElseThrow())
        .map(decision::choiceAt);
  }

  static Architecture sampleUniformly(SearchSpace space, RandomGenerator random) {
    BigInteger total =
        space
            .count()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The search space is not finite; sample over decisions instead."));
    BigInteger index = UniformIntegers.below(total, random);
    Architecture made = Architecture.empty();
    for (Optional<Decision> decision = space.next(made);
        decision.isPresent();
        decision = space.next(made)) {
      for (Choice choice : decision.get().choices().toList()) {
        BigInteger size = count(space, made.with(choice)).orElseThrow();
        if (index.compareTo(size) < 0) {
          made = made.with(choice);
          break;
        }
        index = index.subtract(size);
      }
    }
    return made;
  }

  static Architecture mutate(SearchSpace space, Architecture parent, RandomGenerator random) {
    List<Integer> positions = new ArrayList<>(IntStream.range(0, parent.size()).boxed().toList());
    Collections.shuffle(positions, new Random(random.nextLong()));
    for (int position : positions) {
      Architecture before = parent.prefix(position);
      Decision decision = space.next(before).orElseThrow();
      Optional<Choice> other = another(space, decision, parent.choices().get(position), random);
      if (other.isPresent()) {
        return repair(space, before.with(other.get()), parent, random);
      }
    }
    return parent;
  }

  private static Optional<Choice> another(
      SearchSpace space, Decision decision, Choice present, RandomGenerator random) {
    if (decision.domain().lowest() == decision.domain().highest()
        || isAlone(space, decision, present)) {
      return Optional.empty();
    }
    Choice other = decision.sample(random);
    while (!isNear(space, decision, present, other)) {
      other = decision.sample(random);
    }
    return Optional.of(other);
  }

  private static boolean isNear(
      SearchSpace space, Decision decision, Choice present, Choice other) {
    return !other.equals(present)
        && (decision.domain().isNumeric() || space.adjacent(present, other));
  }

  private static boolean isAlone(SearchSpace space, Decision decision, Choice present) {
    return !decision.domain().isNumeric()
        && decision.choices().noneMatch(other -> isNear(space, decision, present, other));
  }

  /** Completes {@code made} with the parent's own choices where they are still valid. */
  static Architecture repair(
      SearchSpace space, Architecture made, Architecture parent, RandomGenerator random) {
    Architecture child = made;
    for (Optional<Decision> decision = space.next(child);
        decision.isPresent();
        decision = space.next(child)) {
      Decision asked = decision.get();
      Choice choice =
          parent.choice(asked.name()).filter(asked::admits).orElseGet(() -> asked.sample(random));
      child = child.with(choice);
    }
    return child;
  }

  static Architecture crossover(
      SearchSpace space, Architecture one, Architecture other, RandomGenerator random) {
    Architecture child = Architecture.empty();
    for (Optional<Decision> decision = space.next(child);
        decision.isPresent();
        decision = space.next(child)) {
      Decision asked = decision.get();
      boolean fromOne = random.nextBoolean();
      Architecture first = fromOne ? one : other;
      Architecture second = fromOne ? other : one;
      Choice choice =
          first
              .choice(asked.name())
              .filter(asked::admits)
              .or(() -> second.choice(asked.name()).filter(asked::admits))
              .orElseGet(() -> asked.sample(random));
      child = child.with(choice);
    }
    return child;
  }

  static Optional<Architecture> parse(SearchSpace space, List<String> texts) {
    Architecture made = Architecture.empty();
    for (String text : texts) {
      Architecture soFar = made;
      Optional<Choice> choice = space.next(soFar).flatMap(decision -> decision.parse(text));
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      made = made.with(choice.get());
    }
    return space.next(made).isEmpty() ? Optional.of(made) : Optional.empty();
  }
}
