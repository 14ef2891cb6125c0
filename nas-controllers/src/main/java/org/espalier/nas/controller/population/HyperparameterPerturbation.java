package org.espalier.nas.controller.population;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.HyperparameterSpace;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;

/**
 * Perturbation of the hyper-parameters of a copied member (Jaderberg et al. 2017, section 3.2): a
 * number is multiplied by a factor below or above 1, an ordered option is replaced by a neighbour,
 * or the whole decision is redrawn.
 */
final class HyperparameterPerturbation {
  private final SearchSpace space;
  private final Set<String> changeable;
  private final double perturbation;
  private final double resample;

  /**
   * Creates the perturbation for a space.
   *
   * @throws NasException if every decision changes the network, so that no weights can be copied
   */
  HyperparameterPerturbation(SearchSpace space, PopulationSettings settings) {
    this.space = space;
    this.perturbation = settings.perturbation();
    this.resample = settings.resample();
    if (space instanceof HyperparameterSpace tuned) {
      changeable = Set.copyOf(tuned.hyperparameters());
    } else if (space instanceof NetworkSearchSpace) {
      throw new NasException(
          "population-based-training changes hyper-parameters of networks under training, but the"
              + " search space has none; add the key hyperparameters to the experiment.");
    } else {
      changeable =
          space.decisions().stream().map(Decision::name).collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Returns a copy with other hyper-parameters; decisions about the network do not change. */
  Architecture explore(Architecture copied, RandomGenerator random) {
    Architecture donor = space.sample(random);
    Architecture made = Architecture.empty();
    for (Optional<Decision> asked = space.next(made); asked.isPresent(); asked = space.next(made)) {
      Decision decision = asked.get();
      Optional<Choice> present = copied.choice(decision.name());
      Optional<Choice> changed =
          changeable.contains(decision.name())
              ? present.flatMap(choice -> changed(decision, choice, random))
              : present.filter(decision::admits);
      Architecture before = made;
      made = before.with(changed.orElseGet(() -> drawn(before, decision, donor, random)));
    }
    return made;
  }

  /** Returns a choice for a decision as the space draws it. */
  private Choice drawn(
      Architecture before, Decision decision, Architecture donor, RandomGenerator random) {
    return donor
        .choice(decision.name())
        .filter(decision::admits)
        .orElseGet(
            () ->
                space.complete(before, Architecture.empty(), random).choices().get(before.size()));
  }

  /** Returns the perturbed choice; empty if the decision is to be redrawn. */
  private Optional<Choice> changed(Decision decision, Choice present, RandomGenerator random) {
    boolean anew = random.nextDouble() < resample;
    boolean up = random.nextBoolean();
    if (anew) {
      return Optional.empty();
    }
    double factor = up ? 2 - perturbation : perturbation;
    return decision
        .domain()
        .fold(
            options -> option(options, (int) present.number(), up).map(decision::choose),
            integers ->
                Optional.of(
                    new Choice.Whole(
                        decision.name(), scaled(integers, (long) present.number(), factor))),
            reals -> Optional.of(decision.nearest(present.number() * factor)));
  }

  private static Optional<Integer> option(Categorical options, int present, boolean up) {
    int index = options.ordered() ? neighbour(options, present, up) : present;
    return Optional.of(index).filter(options::allows);
  }

  /** Returns the next allowed option on one side, or on the other at the end of the list. */
  private static int neighbour(Categorical domain, int index, boolean up) {
    List<Integer> allowed = domain.allowed();
    int place = allowed.indexOf(index);
    if (place < 0 || allowed.size() == 1) {
      return allowed.get(0);
    }
    int next = place + (up ? 1 : -1);
    return allowed.get(next < 0 || next >= allowed.size() ? place + (up ? -1 : 1) : next);
  }

  /** Returns the nearest value of the range, at least one step away if there is one. */
  private static long scaled(IntegerRange range, long value, double factor) {
    long steps = Math.round((value * factor - range.low()) / range.step());
    long present = Math.floorDiv(value - range.low(), range.step());
    if (steps == present) {
      steps += factor > 1 ? 1 : -1;
    }
    return range.at(steps);
  }
}
