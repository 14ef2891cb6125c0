package org.espalier.nas.api.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.espalier.nas.api.random.UniformIntegers;

/** What every search space can do by walking its decisions. */
final class Walks {

  private Walks() {}

  static Architecture complete(SearchSpace space, Architecture start, RandomGenerator random) {
    Architecture made = start;
    Optional<Decision> decision = space.next(made);
    while (decision.isPresent()) {
      made = made.with(draw(decision.get(), random));
      decision = space.next(made);
    }
    return made;
  }

  static Choice draw(Decision decision, RandomGenerator random) {
    Domain domain = decision.domain();
    if (domain instanceof Categorical categorical) {
      List<Integer> allowed = categorical.allowed();
      return decision.choose(allowed.get(random.nextInt(allowed.size())));
    }
    if (domain instanceof IntegerRange range) {
      return new Choice.Whole(decision.name(), draw(range, random));
    }
    RealRange range = (RealRange) domain;
    double value =
        range.scale() == Scale.LOG
            ? Math.exp(interpolate(Math.log(range.low()), Math.log(range.high()), random))
            : interpolate(range.low(), range.high(), random);
    return new Choice.Real(decision.name(), Math.min(range.high(), Math.max(range.low(), value)));
  }

  private static long draw(IntegerRange range, RandomGenerator random) {
    if (range.scale() == Scale.LINEAR) {
      return range.low() + range.step() * random.nextLong(range.size());
    }
    double value =
        Math.exp(
            interpolate(
                Math.log((double) range.low()), Math.log((double) range.high() + 1), random));
    long index = (long) Math.floor((value - (double) range.low()) / (double) range.step());
    return range.low() + range.step() * Math.min(range.size() - 1, Math.max(0, index));
  }

  private static double interpolate(double low, double high, RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }

  static Optional<BigInteger> count(SearchSpace space, Architecture made) {
    Optional<Decision> decision = space.next(made);
    if (decision.isEmpty()) {
      return Optional.of(BigInteger.ONE);
    }
    if (decision.get().domain() instanceof RealRange) {
      return Optional.empty();
    }
    return values(decision.get())
        .map(choice -> count(space, made.with(choice)))
        .reduce(
            Optional.of(BigInteger.ZERO), (sum, part) -> sum.flatMap(left -> part.map(left::add)));
  }

  /** All choices that a decision over a finite domain admits. */
  static Stream<Choice> values(Decision decision) {
    if (decision.domain() instanceof Categorical categorical) {
      return categorical.allowed().stream().map(decision::choose);
    }
    if (decision.domain() instanceof IntegerRange range) {
      return LongStream.range(0, range.size())
          .mapToObj(index -> new Choice.Whole(decision.name(), range.low() + index * range.step()));
    }
    throw new IllegalStateException(
        decision.name() + " has the real domain " + decision.domain() + "; it is not finite.");
  }

  /** One after the other: nested streams would be made in whole before the first is asked for. */
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
      made = made.with(values(decision.get()).findFirst().orElseThrow());
    }
    return made;
  }

  /** The architecture that follows in the order of the options. */
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
    if (present instanceof Choice.Whole whole && decision.domain() instanceof IntegerRange range) {
      Choice next = new Choice.Whole(decision.name(), whole.value() + range.step());
      return Optional.of(next).filter(decision::admits);
    }
    return values(decision).dropWhile(value -> !value.equals(present)).skip(1).findFirst();
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
      for (Choice choice : values(decision.get()).toList()) {
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
    if (size(decision.domain()) == 1 || isAlone(space, decision, present)) {
      return Optional.empty();
    }
    Choice other = draw(decision, random);
    while (!isNear(space, decision, present, other)) {
      other = draw(decision, random);
    }
    return Optional.of(other);
  }

  private static boolean isNear(
      SearchSpace space, Decision decision, Choice present, Choice other) {
    return !other.equals(present)
        && (!(decision.domain() instanceof Categorical) || space.adjacent(present, other));
  }

  private static boolean isAlone(SearchSpace space, Decision decision, Choice present) {
    return decision.domain() instanceof Categorical categorical
        && categorical.allowed().stream()
            .map(decision::choose)
            .noneMatch(other -> isNear(space, decision, present, other));
  }

  /** The number of values, {@link Long#MAX_VALUE} standing for all that is not finite. */
  private static long size(Domain domain) {
    if (domain instanceof Categorical categorical) {
      return categorical.allowed().size();
    }
    if (domain instanceof IntegerRange range) {
      return range.size();
    }
    RealRange range = (RealRange) domain;
    return range.low() == range.high() ? 1 : Long.MAX_VALUE;
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
          parent.choice(asked.name()).filter(asked::admits).orElseGet(() -> draw(asked, random));
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
              .orElseGet(() -> draw(asked, random));
      child = child.with(choice);
    }
    return child;
  }

  static Optional<Architecture> parse(SearchSpace space, List<String> texts) {
    Architecture made = Architecture.empty();
    for (String text : texts) {
      Architecture soFar = made;
      Optional<Choice> choice = space.next(soFar).flatMap(decision -> parse(decision, text));
      if (choice.isEmpty()) {
        return Optional.empty();
      }
      made = made.with(choice.get());
    }
    return space.next(made).isEmpty() ? Optional.of(made) : Optional.empty();
  }

  private static Optional<Choice> parse(Decision decision, String text) {
    try {
      Choice choice;
      if (decision.domain() instanceof Categorical categorical) {
        int index = categorical.options().indexOf(text);
        choice = new Choice.Option(decision.name(), index, text);
        return index >= 0 && decision.admits(choice) ? Optional.of(choice) : Optional.empty();
      } else if (decision.domain() instanceof IntegerRange) {
        choice = new Choice.Whole(decision.name(), Long.parseLong(text));
      } else {
        choice = new Choice.Real(decision.name(), Double.parseDouble(text));
      }
      return decision.admits(choice) ? Optional.of(choice) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
