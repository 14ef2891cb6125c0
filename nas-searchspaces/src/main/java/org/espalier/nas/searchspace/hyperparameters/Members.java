package org.espalier.nas.searchspace.hyperparameters;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.random.UniformIntegers;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.jspecify.annotations.Nullable;

/**
 * Counts the architectures of a set of parameters and draws one with equal chances. Parameters that
 * depend on one another are gone through; sets that do not are multiplied.
 */
final class Members {
  private final Questions questions;
  private final ParameterSet set;
  private final List<Links.Group> groups;

  Members(Questions questions) {
    this.questions = questions;
    this.set = questions.set();
    this.groups = set.independent();
  }

  /** How many there are; empty if a real range makes them uncountable. */
  Optional<BigInteger> count() {
    BigInteger product = BigInteger.ONE;
    for (Links.Group group : groups) {
      Optional<BigInteger> size = count(group, 0, set.unasked());
      if (size.isEmpty()) {
        return size;
      }
      product = product.multiply(size.get());
    }
    return Optional.of(product);
  }

  private Optional<BigInteger> count(Links.Group group, int from, double[] values) {
    int at = nextAsked(group, from, values);
    if (at == group.members().size()) {
      return Optional.of(BigInteger.ONE);
    }
    Decision decision = masked(group, at, values);
    if (decision.domain() instanceof RealRange) {
      return Optional.empty();
    }
    if (at == group.members().size() - 1) {
      return Optional.of(BigInteger.valueOf(size(decision.domain())));
    }
    BigInteger sum = BigInteger.ZERO;
    for (long i = 0; i < size(decision.domain()); i++) {
      answer(group, at, choice(decision, i), values);
      Optional<BigInteger> part = count(group, at + 1, values);
      if (part.isEmpty()) {
        return part;
      }
      sum = sum.add(part.get());
    }
    forget(group, at, values);
    return Optional.of(sum);
  }

  /**
   * Draws one.
   *
   * @throws IllegalStateException if they are uncountable
   */
  Architecture draw(RandomGenerator random) {
    @Nullable Choice[] choices = new Choice[set.parameters().size()];
    for (Links.Group group : groups) {
      BigInteger size =
          count(group, 0, set.unasked())
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "The search space is not finite; sample over decisions instead."));
      pick(group, UniformIntegers.below(size, random), choices);
    }
    List<Choice> inOrder = new ArrayList<>();
    for (AskedParameter parameter : set.parameters()) {
      Choice choice = choices[parameter.index()];
      if (choice != null) {
        inOrder.add(choice);
      }
    }
    return new Architecture(inOrder);
  }

  /** Answers the decisions of a group as its member with this number does. */
  private void pick(Links.Group group, BigInteger number, @Nullable Choice[] choices) {
    double[] values = set.unasked();
    BigInteger left = number;
    for (int at = nextAsked(group, 0, values);
        at < group.members().size();
        at = nextAsked(group, at + 1, values)) {
      Decision decision = masked(group, at, values);
      Choice chosen;
      if (at == group.members().size() - 1) {
        chosen = choice(decision, left.longValueExact());
      } else {
        long option = 0;
        answer(group, at, choice(decision, option), values);
        BigInteger size = count(group, at + 1, values).orElseThrow();
        while (left.compareTo(size) >= 0) {
          left = left.subtract(size);
          option++;
          answer(group, at, choice(decision, option), values);
          size = count(group, at + 1, values).orElseThrow();
        }
        chosen = choice(decision, option);
      }
      answer(group, at, chosen, values);
      choices[group.members().get(at).index()] = chosen;
    }
  }

  private static int nextAsked(Links.Group group, int from, double[] values) {
    int at = from;
    while (at < group.members().size() && !group.members().get(at).asked(values)) {
      at++;
    }
    return at;
  }

  private Decision masked(Links.Group group, int at, double[] values) {
    double[] before = Arrays.copyOf(values, values.length);
    for (AskedParameter later : group.members().subList(at, group.members().size())) {
      before[later.index()] = Double.NaN;
    }
    return questions.masked(set.parameters().indexOf(group.members().get(at)), before);
  }

  private static void answer(Links.Group group, int at, Choice choice, double[] values) {
    AskedParameter parameter = group.members().get(at);
    forget(group, at, values);
    values[parameter.index()] = parameter.symbol().value(choice);
  }

  private static void forget(Links.Group group, int from, double[] values) {
    for (AskedParameter later : group.members().subList(from, group.members().size())) {
      values[later.index()] = Double.NaN;
    }
  }

  private static long size(Domain domain) {
    return domain instanceof Categorical categorical
        ? categorical.allowed().size()
        : ((IntegerRange) domain).size();
  }

  private static Choice choice(Decision decision, long number) {
    Objects.requireNonNull(decision);
    if (decision.domain() instanceof Categorical categorical) {
      return decision.choose(categorical.allowed().get((int) number));
    }
    IntegerRange range = (IntegerRange) decision.domain();
    return new Choice.Whole(decision.name(), range.low() + number * range.step());
  }
}
