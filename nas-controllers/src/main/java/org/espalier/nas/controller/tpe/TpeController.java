package org.espalier.nas.controller.tpe;

import jakarta.inject.Inject;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.ArchitectureFormat;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.density.DensityAxes;
import org.espalier.nas.controller.density.KernelDensity;
import org.espalier.nas.controller.density.KernelMixture;
import org.espalier.nas.controller.density.ObservedResults;
import org.espalier.nas.controller.density.RatioSampler;
import org.espalier.nas.controller.sampling.DistinctDraws;
import org.jspecify.annotations.Nullable;

/**
 * The tree-structured Parzen estimator (Bergstra et al. 2011, <i>Algorithms for hyper-parameter
 * optimization</i>, section 4), which proposes architectures that are likely among the good results
 * and unlikely among the others.
 *
 * <p>Decisions that are asked only after certain answers are modelled from the architectures in
 * which they were asked. Failed trials count as worst.
 */
@BehaviourVersion({"b8510d49409082fc", "9b5def856af2dd10"})
@Description("Tree-structured Parzen estimator: models the good and the other results by kernels.")
public final class TpeController implements Controller {
  private static final String KIND = "tpe/1";

  /** The number of repeated proposals after which neighbours of the last one are taken. */
  private static final int GUIDED_ATTEMPTS = 5;

  private final TpeSettings settings;
  private final SearchSpace space;
  private final RandomStreams streams;
  private final Fidelity fidelity;
  private final DensityAxes axes;
  private final KernelDensity density;
  private final ObservedResults observations;
  private final DistinctDraws distinct;
  private final List<Architecture> outstanding = new ArrayList<>();
  private int asked;
  private @Nullable Proposer proposer;

  /** Creates the controller of a study. */
  @Inject
  public TpeController(
      TpeSettings settings, SearchSpace space, RandomStreams streams, Fidelity fidelity) {
    this.settings = settings;
    this.space = space;
    this.streams = streams;
    this.fidelity = fidelity;
    this.axes = new DensityAxes(space);
    this.density = new KernelDensity(axes, settings.rule(), settings.priorWeight());
    this.observations = new ObservedResults(axes);
    this.distinct = new DistinctDraws(space);
  }

  @Override
  public List<Proposal> ask(int count) {
    List<Proposal> proposals = new ArrayList<>();
    while (proposals.size() < count) {
      RandomGenerator random = streams.stream("tpe.draw", asked);
      Attempts attempts = new Attempts(random);
      Optional<Architecture> drawn = distinct.draw(attempts::next, random);
      if (drawn.isEmpty()) {
        break;
      }
      asked++;
      proposals.add(Proposal.of(drawn.get(), fidelity));
      outstanding.add(drawn.get());
      if (settings.constantLiar()) {
        proposer = null;
      }
    }
    return proposals;
  }

  /** Proposals by the model, then, if they repeat, ever farther neighbours of the last. */
  private final class Attempts {
    private final RandomGenerator random;
    private Architecture last = Architecture.empty();
    private int made;

    Attempts(RandomGenerator random) {
      this.random = random;
    }

    Architecture next() {
      if (observations.size() < settings.startupTrials()) {
        return space.sample(random);
      }
      last = made++ < GUIDED_ATTEMPTS ? proposer().propose(random) : space.mutate(last, random);
      return last;
    }
  }

  private Proposer proposer() {
    Proposer built = proposer;
    if (built == null) {
      built = build();
      proposer = built;
    }
    return built;
  }

  private Proposer build() {
    ObservedResults.Split split = observations.split(settings.good(observations.size()));
    List<double[]> good = split.good();
    List<double[]> bad = new ArrayList<>(split.bad());
    if (settings.constantLiar()) {
      outstanding.forEach(running -> bad.add(axes.coordinates(running)));
    }
    if (settings.multivariate()) {
      KernelMixture better = density.joint(good, weights(good.size()));
      KernelMixture others = density.joint(bad, weights(bad.size()));
      return new RatioSampler(axes, better, better, others, settings.candidates())::draw;
    }
    return new SingleProposer(
        axes,
        place ->
            new SingleProposer.Pair(
                density.single(place, good, weights(good.size())),
                density.single(place, bad, weights(bad.size()))),
        settings.candidates());
  }

  /**
   * Returns the weights of results: all but the last 25 count less the older they are (Bergstra,
   * Yamins &amp; Cox 2013).
   */
  private static double[] weights(int count) {
    int old = count - 25;
    return IntStream.range(0, count)
        .mapToDouble(i -> i >= old ? 1 : 1.0 / count + (1 - 1.0 / count) * i / Math.max(1, old - 1))
        .toArray();
  }

  @Override
  public void tell(List<TrialResult> results) {
    for (TrialResult result : results) {
      Architecture architecture = result.trial().proposal().architecture();
      outstanding.remove(architecture);
      distinct.add(architecture);
      observations.add(architecture, result.reward().orElse(Double.NEGATIVE_INFINITY));
    }
    proposer = null;
  }

  @Override
  public void observe(List<TrialResult> results) {
    tell(results);
  }

  @Override
  public int batch() {
    return settings.batch();
  }

  @Override
  public byte[] snapshot() {
    return Snapshot.take(KIND, this::write);
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(asked);
    distinct.write(out);
    observations.write(out);
    out.writeInt(outstanding.size());
    for (Architecture running : outstanding) {
      ArchitectureFormat.write(out, running);
    }
  }

  @Override
  public void restore(byte[] snapshot) {
    Snapshot.open(KIND, snapshot, this::read);
  }

  private void read(DataInputStream in) throws IOException {
    asked = in.readInt();
    distinct.read(in);
    observations.read(in);
    int running = in.readInt();
    for (int i = 0; i < running; i++) {
      outstanding.add(ArchitectureFormat.read(in));
    }
    proposer = null;
  }
}
