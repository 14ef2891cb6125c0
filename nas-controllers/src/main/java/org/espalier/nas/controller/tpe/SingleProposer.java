package org.espalier.nas.controller.tpe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.controller.density.DensityAxes;
import org.espalier.nas.controller.density.KernelMixture;
import org.espalier.nas.controller.density.PlacedChoice;

/**
 * A proposer that answers each decision separately, with the one of several draws from the density
 * l of the good that has the largest l/g, where g is the density of the bad (Bergstra et al. 2011,
 * section 4).
 */
final class SingleProposer implements Proposer {

  /** The densities of one decision. */
  record Pair(KernelMixture good, KernelMixture bad) {}

  /** An estimator of the densities from the architectures in which the decision was asked. */
  interface Estimator {
    Pair estimate(int place);
  }

  private final DensityAxes axes;
  private final Estimator estimator;
  private final int candidates;
  private final List<Optional<Pair>> estimated;

  SingleProposer(DensityAxes axes, Estimator estimator, int candidates) {
    this.axes = axes;
    this.estimator = estimator;
    this.candidates = candidates;
    this.estimated =
        new ArrayList<>(
            IntStream.range(0, axes.size()).mapToObj(place -> Optional.<Pair>empty()).toList());
  }

  @Override
  public Architecture propose(RandomGenerator random) {
    return axes.walk(question -> answer(question, random)).architecture();
  }

  private Choice answer(DensityAxes.Question question, RandomGenerator random) {
    Pair pair = pair(question.place());
    PlacedChoice best = draw(pair, question, random);
    double highest = score(pair, best);
    Set<Choice> weighed = new HashSet<>(Set.of(best.choice()));
    for (int drawn = 1; drawn < candidates; drawn++) {
      PlacedChoice answer = draw(pair, question, random);
      if (!weighed.add(answer.choice())) {
        continue;
      }
      double score = score(pair, answer);
      if (score > highest) {
        best = answer;
        highest = score;
      }
    }
    return best.choice();
  }

  private Pair pair(int place) {
    return estimated
        .get(place)
        .orElseGet(
            () -> {
              Pair pair = estimator.estimate(place);
              estimated.set(place, Optional.of(pair));
              return pair;
            });
  }

  private PlacedChoice draw(Pair pair, DensityAxes.Question question, RandomGenerator random) {
    int place = question.place();
    Choice choice = pair.good().draw(random).at(place).draw(question.decision(), random);
    return axes.at(place).answer(place, question.decision(), choice);
  }

  private static double score(Pair pair, PlacedChoice answer) {
    List<PlacedChoice> alone = List.of(answer);
    return pair.good().logDensity(alone) - pair.bad().logDensity(alone);
  }
}
