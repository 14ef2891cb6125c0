package org.espalier.nas.controller.bayesian;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Archive;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.controller.bayesian.Observations.Observation;
import org.espalier.nas.controller.bayesian.surrogate.Model;
import org.espalier.nas.controller.bayesian.surrogate.Surrogate;
import org.espalier.nas.controller.encoding.Encoding;

/**
 * Proposals of the architectures of the highest acquisition, from observations that the controller
 * keeps.
 */
final class BayesianSearch {
  private static final int ELITES = 5;
  private static final int REDRAWS = 100;

  private final BayesianSettings settings;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final Encoding encoding;
  private final Surrogate surrogate;
  private final AcquisitionSearch search;
  private final InitialDesign design;
  private final Archive archive;
  private final List<Architecture> outstanding = new ArrayList<>();
  private long proposed;

  BayesianSearch(
      BayesianSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.streams = streams;
    this.fidelity = fidelity;
    this.encoding = new Encoding(space);
    this.surrogate = settings.surrogate().create(encoding.axes());
    this.search =
        new AcquisitionSearch(space, encoding, settings.acquisition().create(), settings.samples());
    this.design = new InitialDesign(encoding, streams, settings.initialFor(encoding.axes().size()));
    this.archive = Archive.of(space);
  }

  /** Returns the number of proposals so far. */
  long proposed() {
    return proposed;
  }

  /**
   * Proposes at most {@code count} architectures, all by a model of the same observations.
   *
   * @param observations results of this space, in canonical form
   * @return fewer proposals if the space has no more architectures
   */
  List<Proposal> ask(int count, Observations observations) {
    List<Proposal> proposals = new ArrayList<>();
    Belief belief = null;
    while (proposals.size() < count) {
      RandomGenerator random = streams.stream("bayesian.propose", proposed);
      if (belief == null && proposed >= design.size() && observations.anyReward()) {
        belief = believe(observations, random);
      }
      Optional<Proposal> proposal =
          (belief == null ? spread(random) : mostWorth(belief, observations, random))
              .or(() -> any(random));
      if (proposal.isEmpty()) {
        break;
      }
      proposed++;
      proposals.add(proposal.get());
      Architecture canonical = space.canonical(proposal.get().architecture());
      outstanding.add(canonical);
      if (belief != null) {
        belief.pretend(encoding.encode(canonical));
      }
    }
    return proposals;
  }

  private Belief believe(Observations observations, RandomGenerator random) {
    List<Observation> known = observations.forModel(settings.maxObservations());
    double[][] points =
        known.stream()
            .map(observation -> encoding.encode(observation.architecture()))
            .toArray(double[][]::new);
    SurrogateTargets targets =
        SurrogateTargets.of(known.stream().mapToDouble(Observation::reward).toArray());
    Model model = surrogate.fit(points, targets.values(), random);
    Belief belief = new Belief(model, targets, settings.lie());
    outstanding.forEach(architecture -> belief.pretend(encoding.encode(architecture)));
    return belief;
  }

  /**
   * Returns the next architecture of the initial design, or a random one when the design is used
   * up.
   */
  private Optional<Proposal> spread(RandomGenerator random) {
    Architecture architecture =
        proposed < design.size() ? design.architecture((int) proposed) : space.sample(random);
    return archive.add(architecture)
        ? Optional.of(Proposal.of(architecture, fidelity))
        : Optional.empty();
  }

  private Optional<Proposal> mostWorth(
      Belief belief, Observations observations, RandomGenerator random) {
    List<Architecture> best =
        observations.best(ELITES).stream().map(Observation::architecture).toList();
    return search.ranked(belief.model(), best, random).stream()
        .filter(candidate -> archive.add(candidate.architecture()))
        .findFirst()
        .map(
            candidate ->
                Proposal.of(candidate.architecture(), fidelity)
                    .predicting(belief.reward(candidate.point())));
  }

  /** Returns an architecture that was not proposed before, if there is one. */
  private Optional<Proposal> any(RandomGenerator random) {
    for (int draws = 0; draws < REDRAWS; draws++) {
      Architecture architecture = space.sample(random);
      if (archive.add(architecture)) {
        return Optional.of(Proposal.of(architecture, fidelity));
      }
    }
    Optional<Architecture> left = archive.drawRest(random);
    left.ifPresent(archive::add);
    return left.map(architecture -> Proposal.of(architecture, fidelity));
  }

  /**
   * Counts an architecture as evaluated.
   *
   * @param canonical of this space, in canonical form, proposed or not
   */
  void told(Architecture canonical) {
    outstanding.remove(canonical);
    archive.add(canonical);
  }

  /** Returns measurements of the model. */
  Map<String, Double> diagnostics() {
    return surrogate.diagnostics();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(proposed);
    archive.write(out);
    out.writeInt(outstanding.size());
    for (Architecture architecture : outstanding) {
      ArchitectureFormat.write(out, architecture);
    }
    surrogate.write(out);
  }

  void read(DataInputStream in) throws IOException {
    proposed = in.readLong();
    archive.read(in);
    outstanding.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      outstanding.add(ArchitectureFormat.read(in));
    }
    surrogate.read(in);
  }
}
