package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * One decision of an architecture, as asked by a search space.
 *
 * @param name unique within an architecture, for example {@code layer 1}
 * @param domain the values to choose from, with those invalid here masked
 */
@API(status = MAINTAINED, since = "0.1")
public record Decision(String name, Domain domain) {

  /** Checks that neither is null. */
  public Decision {
    Objects.requireNonNull(name);
    Objects.requireNonNull(domain);
  }

  /** Returns true if {@code choice} answers this decision with a value that is valid here. */
  public boolean admits(Choice choice) {
    return choice.decision().equals(name) && domain.contains(choice);
  }

  /**
   * Answers this categorical decision with the option at {@code index}.
   *
   * @throws IllegalArgumentException if the decision is not categorical or the option is masked
   */
  public Choice choose(int index) {
    return domain.fold(
        options -> option(options, index), this::notCategorical, this::notCategorical);
  }

  private Choice option(Categorical options, int index) {
    if (!options.allows(index)) {
      throw new IllegalArgumentException(
          "Option " + index + " of " + name + " is not among the allowed " + options.allowed());
    }
    return new Choice.Option(name, index, options.options().get(index));
  }

  private Choice notCategorical(Domain range) {
    throw new IllegalArgumentException(name + " is not categorical: " + range);
  }

  /**
   * Returns all valid choices in the order of the options or numbers, lazily.
   *
   * @throws IllegalStateException if the domain is not finite
   */
  public Stream<Choice> choices() {
    long count =
        domain
            .count()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        name + " has the real domain " + domain + "; it is not finite."));
    return LongStream.range(0, count).mapToObj(this::choiceAt);
  }

  /**
   * Returns a valid choice by its position in {@link #choices}.
   *
   * @param position from 0, below the number of valid choices
   * @throws IllegalStateException if the domain is not finite
   */
  public Choice choiceAt(long position) {
    return domain.fold(
        options -> option(options, options.allowed().get(Math.toIntExact(position))),
        integers -> new Choice.Whole(name, integers.at(position)),
        reals -> {
          throw new IllegalStateException(
              name + " has the real domain " + reals + "; it is not finite.");
        });
  }

  /** Draws a valid choice, uniformly on the scale of the domain. */
  public Choice sample(RandomGenerator random) {
    return domain.fold(
        options -> option(options, options.allowed().get(random.nextInt(options.allowed().size()))),
        integers -> new Choice.Whole(name, integers.sample(random)),
        reals -> new Choice.Real(name, reals.quantile(random.nextDouble())));
  }

  /**
   * Returns the valid choice below which a share of all draws lies.
   *
   * @param share the share, in [0, 1]; a uniform share gives a uniform choice
   */
  public Choice quantile(double share) {
    return domain.fold(
        options -> option(options, options.quantile(share)),
        integers -> new Choice.Whole(name, integers.quantile(share)),
        reals -> new Choice.Real(name, reals.quantile(share)));
  }

  /** Returns the valid choice whose number is nearest to {@code number}. */
  public Choice nearest(double number) {
    return domain.fold(
        options -> option(options, options.nearest(number)),
        integers -> new Choice.Whole(name, integers.nearest(number)),
        reals -> new Choice.Real(name, reals.nearest(number)));
  }

  /**
   * Reads a choice.
   *
   * @param text the text, as returned by {@link Choice#text}
   * @return the choice; empty if the text is not that of a valid choice
   */
  public Optional<Choice> parse(String text) {
    try {
      Choice choice =
          domain.fold(
              options -> new Choice.Option(name, options.options().indexOf(text), text),
              integers -> new Choice.Whole(name, Long.parseLong(text)),
              reals -> new Choice.Real(name, Double.parseDouble(text)));
      return Optional.of(choice).filter(this::admits);
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
