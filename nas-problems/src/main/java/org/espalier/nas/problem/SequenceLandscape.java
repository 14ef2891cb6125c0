package org.espalier.nas.problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.random.SplitMix64;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;

/**
 * An NK landscape (Kauffman &amp; Levin 1987) over architectures of any length: the fitness is the
 * mean contribution of the choices, and a contribution depends on the choice itself and the K that
 * follow it in a circle.
 *
 * <p>A contribution is a number in [0, 1) that is computed, while the original looks it up in a
 * table of random numbers, which would be too large: starting with h = seed, h becomes output i of
 * SplitMix64 from h, first for i = the place of the decision in the list of all, then for i = the
 * answer, and so on for each choice that it depends on; the upper 53 bits of h are the
 * contribution. An answer is the index of the option among all, or the integer.
 *
 * @param places the index of each decision in the list of all
 * @param neighbours K
 * @param seed the seed of the contributions
 */
record SequenceLandscape(Map<String, Integer> places, int neighbours, long seed) {

  SequenceLandscape {
    places = Map.copyOf(places);
  }

  static SequenceLandscape of(List<Decision> decisions, int neighbours, long seed) {
    return new SequenceLandscape(
        IntStream.range(0, decisions.size())
            .boxed()
            .collect(Collectors.toMap(i -> decisions.get(i).name(), i -> i)),
        neighbours,
        seed);
  }

  /** Returns the mean contribution; 0 for an architecture without choices. */
  double fitness(Architecture architecture) {
    List<Choice> choices = architecture.choices();
    return IntStream.range(0, choices.size())
        .mapToDouble(first -> contribution(choices, first))
        .average()
        .orElse(0);
  }

  private double contribution(List<Choice> choices, int first) {
    SplitMix64 hash = new SplitMix64(seed);
    int counted = Math.min(neighbours + 1, choices.size());
    for (int i = 0; i < counted; i++) {
      Choice choice = choices.get((first + i) % choices.size());
      hash = new SplitMix64(hash.output(places.getOrDefault(choice.decision(), -1)));
      hash = new SplitMix64(hash.output(answer(choice)));
    }
    return SplitMix64.fraction(hash.seed());
  }

  private static long answer(Choice choice) {
    if (choice instanceof Choice.Option option) {
      return option.index();
    }
    if (choice instanceof Choice.Whole whole) {
      return whole.value();
    }
    throw new IllegalArgumentException(
        choice + " is a real number, which a landscape does not support.");
  }
}
