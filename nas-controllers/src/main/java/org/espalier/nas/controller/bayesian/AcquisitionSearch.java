package org.espalier.nas.controller.bayesian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.controller.bayesian.acquisition.Acquisition;
import org.espalier.nas.controller.bayesian.optimisation.BoxedLbfgs;
import org.espalier.nas.controller.bayesian.surrogate.Model;
import org.espalier.nas.controller.bayesian.surrogate.Prediction;
import org.espalier.nas.controller.bayesian.surrogate.Slope;
import org.espalier.nas.controller.encoding.DecisionCoordinates;
import org.espalier.nas.controller.encoding.Encoding;

/**
 * Search for the architecture of the highest acquisition: over all of a small space, else over
 * random architectures and neighbours of the best observed ones. From the best of these it climbs,
 * along the gradient if the model has one.
 */
final class AcquisitionSearch {
  private static final int SMALL = 1024;
  private static final int NEIGHBOURS = 30;
  private static final int CLIMBERS = 5;
  private static final int ROUNDS = 8;
  private static final int STEPS = 8;
  private static final int GRADIENTS = 40;

  private final SearchSpace space;
  private final Encoding encoding;
  private final LocalCandidates neighbourhood;
  private final Acquisition acquisition;
  private final int samples;
  private final Map<Architecture, Architecture> everything;
  private final double[][] points;

  AcquisitionSearch(SearchSpace space, Encoding encoding, Acquisition acquisition, int samples) {
    this.space = space;
    this.encoding = encoding;
    this.neighbourhood = new LocalCandidates(space, encoding);
    this.acquisition = acquisition;
    this.samples = samples;
    this.everything = byCanonical(Enumeration.upTo(SMALL, space));
    this.points = points(everything);
  }

  /**
   * Returns the architectures that were tried, those of the highest acquisition first.
   *
   * @param model the fitted model
   * @param best the best observed architectures, whose neighbours are tried
   * @param random the source of randomness
   */
  List<Candidate> ranked(Model model, List<Architecture> best, RandomGenerator random) {
    Search search = new Search(model, random);
    if (!everything.isEmpty()) {
      search.score(everything, points);
    } else {
      search.lookAround(best);
      search.climb();
    }
    return search.ranked();
  }

  /** Returns the first architecture of each canonical form. */
  private Map<Architecture, Architecture> byCanonical(List<Architecture> architectures) {
    Map<Architecture, Architecture> first = new LinkedHashMap<>();
    architectures.forEach(one -> first.putIfAbsent(space.canonical(one), one));
    return first;
  }

  private double[][] points(Map<Architecture, Architecture> byCanonical) {
    return byCanonical.keySet().stream().map(encoding::encode).toArray(double[][]::new);
  }

  /** One search. */
  private final class Search {
    private final Model model;
    private final double incumbent;
    private final RandomGenerator random;
    private final Map<Architecture, Candidate> seen = new LinkedHashMap<>();

    Search(Model model, RandomGenerator random) {
      this.model = model;
      this.incumbent = model.incumbent();
      this.random = random;
    }

    /** Returns the candidate of each architecture, those not seen before predicted together. */
    List<Candidate> look(List<Architecture> architectures) {
      List<Architecture> canonical = architectures.stream().map(space::canonical).toList();
      Map<Architecture, Architecture> unseen = new LinkedHashMap<>();
      for (int i = 0; i < canonical.size(); i++) {
        if (!seen.containsKey(canonical.get(i))) {
          unseen.putIfAbsent(canonical.get(i), architectures.get(i));
        }
      }
      score(unseen, points(unseen));
      return canonical.stream().map(seen::get).toList();
    }

    void score(Map<Architecture, Architecture> byCanonical, double[]... points) {
      Prediction[] predictions = model.predict(points);
      int place = 0;
      for (Map.Entry<Architecture, Architecture> entry : byCanonical.entrySet()) {
        double score = acquisition.value(predictions[place], incumbent).score();
        seen.put(entry.getKey(), new Candidate(entry.getValue(), points[place], score));
        place++;
      }
    }

    List<Candidate> ranked() {
      List<Candidate> ranked = new ArrayList<>(seen.values());
      ranked.sort(Comparator.comparingDouble(Candidate::score).reversed());
      return ranked;
    }

    void lookAround(List<Architecture> best) {
      List<Architecture> around = new ArrayList<>();
      for (int i = 0; i < samples; i++) {
        around.add(space.sample(random));
      }
      for (Architecture from : best) {
        for (int i = 0; i < NEIGHBOURS; i++) {
          double distance = StrictMath.pow(10, -3 * random.nextDouble());
          around.add(neighbourhood.step(from, distance, random));
        }
      }
      look(around);
    }

    void climb() {
      List<Candidate> starts = ranked();
      for (Candidate start : starts.subList(0, Math.min(CLIMBERS, starts.size()))) {
        Candidate higher = followGradient(start);
        double distance = 0.1;
        for (int round = 0; round < ROUNDS; round++) {
          Candidate next = step(higher, distance);
          distance = next.score() > higher.score() ? distance : distance / 2;
          higher = next;
        }
        followGradient(higher);
      }
    }

    private Candidate step(Candidate from, double distance) {
      List<Architecture> steps = new ArrayList<>();
      for (int i = 0; i < STEPS; i++) {
        steps.add(neighbourhood.step(from.architecture(), distance, random));
      }
      Candidate best = from;
      for (Candidate next : look(steps)) {
        best = next.score() > best.score() ? next : best;
      }
      return best;
    }

    private Candidate followGradient(Candidate from) {
      double[] start = from.point();
      if (model.slope(start).isEmpty()) {
        return from;
      }
      double[] lower = new double[start.length];
      double[] upper = new double[start.length];
      for (int axis = 0; axis < start.length; axis++) {
        boolean moves =
            !encoding.axes().get(axis).unordered() && !DecisionCoordinates.isInactive(start[axis]);
        lower[axis] = moves ? 0 : start[axis];
        upper[axis] = moves ? 1 : start[axis];
      }
      double[] end =
          BoxedLbfgs.minimise(this::negativeScore, start, lower, upper, GRADIENTS).point();
      if (Arrays.equals(start, end)) {
        return from;
      }
      Candidate climbed = look(List.of(encoding.decode(end, random))).get(0);
      return climbed.score() > from.score() ? climbed : from;
    }

    private double negativeScore(double[] point, double[] gradient) {
      Slope slope = model.slope(point).orElseThrow();
      Acquisition.Value value = acquisition.value(slope.prediction(), incumbent);
      for (int axis = 0; axis < gradient.length; axis++) {
        gradient[axis] =
            -value.byMean() * slope.mean()[axis] - value.byDeviation() * slope.deviation()[axis];
      }
      return -value.score();
    }
  }
}
