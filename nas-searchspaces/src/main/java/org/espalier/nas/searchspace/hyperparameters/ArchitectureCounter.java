package org.espalier.nas.searchspace.hyperparameters;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.random.UniformIntegers;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Counting and uniform sampling of the architectures of a set of parameters. Dependent parameters
 * are enumerated; the counts of independent sets are multiplied.
 */
final class ArchitectureCounter {
  private final MaskedDecisions questions;
  private final ParameterSet set;
  private final List<ParameterGroups.Group> groups;

  /** The segments of the first parameter of each group, computed on first use. */
  private final Map<ParameterGroups.Group, Optional<List<Segment>>> firsts =
      new ConcurrentHashMap<>();

  ArchitectureCounter(MaskedDecisions questions) {
    this.questions = questions;
    this.set = questions.set();
    this.groups = set.independent();
  }

  /**
   * Neighbouring answers to a decision that can be completed in equally many ways.
   *
   * @param first the index of the first answer
   * @param answers number of answers
   * @param ways number of ways in which each can be completed
   */
  private record Segment(long first, long answers, BigInteger ways) {
    BigInteger size() {
      return ways.multiply(BigInteger.valueOf(answers));
    }

    Segment longer() {
      return new Segment(first, answers + 1, ways);
    }
  }

  /** Returns the number of architectures; empty if a real range makes them uncountable. */
  Optional<BigInteger> count() {
    BigInteger product = BigInteger.ONE;
    for (ParameterGroups.Group group : groups) {
      Optional<List<Segment>> first = first(group);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      product = product.multiply(sum(first.get()));
    }
    return Optional.of(product);
  }

  private Optional<List<Segment>> first(ParameterGroups.Group group) {
    return firsts.computeIfAbsent(group, held -> segments(held, 0, set.unasked()));
  }

  private static BigInteger sum(List<Segment> segments) {
    return segments.stream().map(Segment::size).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Returns the ways to complete a group, divided by its next answer; empty if uncountable. */
  private Optional<List<Segment>> segments(ParameterGroups.Group group, int from, double[] values) {
    int at = nextAsked(group, from, values);
    if (at == group.members().size()) {
      return Optional.of(List.of(new Segment(0, 1, BigInteger.ONE)));
    }
    Decision decision = masked(group, at, values);
    if (!decision.domain().isFinite()) {
      return Optional.empty();
    }
    if (at == group.members().size() - 1) {
      return Optional.of(List.of(new Segment(0, size(decision), BigInteger.ONE)));
    }
    List<Segment> segments = new ArrayList<>();
    for (long i = 0; i < size(decision); i++) {
      answer(group, at, decision.choiceAt(i), values);
      Optional<List<Segment>> rest = segments(group, at + 1, values);
      if (rest.isEmpty()) {
        return rest;
      }
      add(segments, i, sum(rest.get()));
    }
    forget(group, at, values);
    return Optional.of(segments);
  }

  private static void add(List<Segment> segments, long answer, BigInteger ways) {
    int last = segments.size() - 1;
    if (last >= 0 && segments.get(last).ways().equals(ways)) {
      segments.set(last, segments.get(last).longer());
    } else {
      segments.add(new Segment(answer, 1, ways));
    }
  }

  /**
   * Draws an architecture.
   *
   * @throws IllegalStateException if the architectures are uncountable
   */
  Architecture draw(RandomGenerator random) {
    @Nullable Choice[] choices = new Choice[set.parameters().size()];
    for (ParameterGroups.Group group : groups) {
      List<Segment> first =
          first(group)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "The search space is not finite; sample over decisions instead."));
      pick(group, first, UniformIntegers.below(sum(first), random), choices);
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

  /** Answers the decisions of a group as in its combination with this index. */
  private void pick(
      ParameterGroups.Group group,
      List<Segment> first,
      BigInteger number,
      @Nullable Choice[] choices) {
    double[] values = set.unasked();
    List<Segment> segments = first;
    BigInteger left = number;
    int at = nextAsked(group, 0, values);
    while (at < group.members().size()) {
      for (Segment segment : segments) {
        if (left.compareTo(segment.size()) < 0) {
          BigInteger[] division = left.divideAndRemainder(segment.ways());
          Choice chosen =
              masked(group, at, values).choiceAt(segment.first() + division[0].longValueExact());
          answer(group, at, chosen, values);
          choices[group.members().get(at).index()] = chosen;
          left = division[1];
          break;
        }
        left = left.subtract(segment.size());
      }
      segments = segments(group, at + 1, values).orElseThrow();
      at = nextAsked(group, at + 1, values);
    }
  }

  private static int nextAsked(ParameterGroups.Group group, int from, double[] values) {
    int at = from;
    while (at < group.members().size() && !group.members().get(at).asked(values)) {
      at++;
    }
    return at;
  }

  private Decision masked(ParameterGroups.Group group, int at, double[] values) {
    double[] before = Arrays.copyOf(values, values.length);
    for (AskedParameter later : group.members().subList(at, group.members().size())) {
      before[later.index()] = Double.NaN;
    }
    return questions.masked(set.parameters().indexOf(group.members().get(at)), before);
  }

  private static void answer(ParameterGroups.Group group, int at, Choice choice, double[] values) {
    AskedParameter parameter = group.members().get(at);
    forget(group, at, values);
    values[parameter.index()] = parameter.symbol().value(choice);
  }

  private static void forget(ParameterGroups.Group group, int from, double[] values) {
    for (AskedParameter later : group.members().subList(from, group.members().size())) {
      values[later.index()] = Double.NaN;
    }
  }

  private static long size(Decision decision) {
    return decision.domain().count().orElseThrow();
  }
}
