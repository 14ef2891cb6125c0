package org.espalier.nas.controller.cmaes;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.sampling.DecisionIndex;

/**
 * The covariance matrix adaptation evolution strategy (Hansen 2016, <i>The CMA evolution strategy:
 * a tutorial</i>) for spaces of real numbers, each on its scale, restarted with twice the
 * population (IPOP, Auger &amp; Hansen 2005).
 *
 * <p>The controller waits for each generation: with a lag below its size, its points are asked in
 * parts. Points outside the ranges are redrawn, and after that mirrored at the ends. Failed trials
 * count as worst.
 */
@BehaviourVersion("950798a94d130dba")
@Description("CMA-ES: adapts a normal distribution; for spaces of real numbers only.")
public final class CmaEsController implements Controller {
  private static final String KIND = "cma-es/1";
  private static final int REDRAWS = 100;
  private static final int LARGEST_POPULATION = 10_000;

  private final CmaEsSettings settings;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final DecisionIndex index;
  private SearchDistribution distribution;
  private Generation generation;
  private int generations;

  /**
   * Creates the controller of a study.
   *
   * @throws NasException if a decision of the space is not a real number that is always asked
   */
  @Inject
  public CmaEsController(
      CmaEsSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.streams = streams;
    this.fidelity = fidelity;
    this.index = new DecisionIndex(space);
    requireReals();
    double[] middle = new double[index.size()];
    Arrays.fill(middle, 0.5);
    this.distribution = begin(settings.population(index.size()), middle);
    this.generation = drawn(distribution);
  }

  private void requireReals() {
    for (Decision decision : index.decisions()) {
      if (decision.domain().isFinite()) {
        throw new NasException(
            "cma-es searches real numbers only, but \"%s\" is %s; use tpe or bayesian."
                .formatted(
                    decision.name(),
                    decision.domain().isNumeric() ? "a whole number" : "chosen among options"));
      }
    }
    for (double share : new double[] {0, 0.5, 1}) {
      double[] point = new double[index.size()];
      Arrays.fill(point, share);
      Architecture architecture = at(point);
      for (Decision decision : index.decisions()) {
        if (architecture.choice(decision.name()).isEmpty()) {
          throw new NasException(
              "cma-es needs every decision in each architecture, but \"%s\" is not always asked; use tpe."
                  .formatted(decision.name()));
        }
      }
    }
  }

  private SearchDistribution begin(int population, double... mean) {
    return new SearchDistribution(
        StrategyParameters.of(index.size(), population), mean, settings.initialStep());
  }

  private Generation drawn(SearchDistribution from) {
    RandomGenerator random = streams.stream("cma-es.generation", generations);
    List<double[]> points = new ArrayList<>();
    while (points.size() < from.parameters().population()) {
      points.add(inside(from, random));
    }
    return new Generation(points);
  }

  private static double[] inside(SearchDistribution from, RandomGenerator random) {
    double[] point = from.draw(random);
    for (int redraws = 0; redraws < REDRAWS && !isInside(point); redraws++) {
      point = from.draw(random);
    }
    return Arrays.stream(point).map(CmaEsController::mirrored).toArray();
  }

  private static boolean isInside(double... point) {
    return Arrays.stream(point).allMatch(coordinate -> coordinate >= 0 && coordinate <= 1);
  }

  private static double mirrored(double coordinate) {
    double folded = Math.abs(coordinate % 2);
    return folded > 1 ? 2 - folded : folded;
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      OptionalInt next = generation.propose();
      if (next.isEmpty()) {
        break;
      }
      proposals.add(Proposal.of(at(generation.point(next.getAsInt())), fidelity));
    }
    return proposals;
  }

  private Architecture at(double... point) {
    Architecture made = Architecture.empty();
    for (Optional<Decision> asked = space.next(made); asked.isPresent(); asked = space.next(made)) {
      Decision decision = asked.get();
      made = made.with(decision.quantile(point[index.of(decision.name())]));
    }
    return made;
  }

  /** Learns from results; ignores those that this generation did not propose. */
  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      Architecture architecture = result.trial().proposal().architecture();
      OptionalInt place =
          generation
              .outstanding()
              .filter(one -> at(generation.point(one)).equals(architecture))
              .findFirst();
      if (place.isPresent()) {
        generation.tell(place.getAsInt(), result.reward().orElse(Double.NEGATIVE_INFINITY));
        if (generation.complete()) {
          advance();
        }
      }
    }
  }

  private void advance() {
    generations++;
    if (generation.flat()) {
      distribution.widen();
    } else {
      distribution.update(generation.ranked());
    }
    if (distribution.exhausted() && settings.restarts()) {
      int doubled = Math.min(LARGEST_POPULATION, 2 * distribution.parameters().population());
      RandomGenerator random = streams.stream("cma-es.restart", generations);
      distribution = begin(doubled, random.doubles(index.size()).toArray());
    }
    generation = drawn(distribution);
  }

  @Override
  public int batch() {
    return settings.population(index.size());
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(generations);
    distribution.write(out);
    generation.write(out);
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    generations = in.readInt();
    distribution = SearchDistribution.read(in, index.size());
    generation = Generation.read(in, index.size());
  }
}
