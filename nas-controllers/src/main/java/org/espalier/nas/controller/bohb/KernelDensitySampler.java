package org.espalier.nas.controller.bohb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.controller.density.DensityAxes;
import org.espalier.nas.controller.density.KernelDensity;
import org.espalier.nas.controller.density.KernelMixture;
import org.espalier.nas.controller.density.KernelRule;
import org.espalier.nas.controller.density.ObservedResults;
import org.espalier.nas.controller.density.RatioSampler;
import org.espalier.nas.controller.sampling.ArchitectureSampler;
import org.jspecify.annotations.Nullable;

/**
 * The sampler of BOHB (Falkner, Klein &amp; Hutter 2018, <i>BOHB: robust and efficient
 * hyperparameter optimization at scale</i>, section 3.2 and algorithm 2): one kernel density
 * estimate of the good results and one of the others, at the highest number of epochs that has
 * enough results.
 *
 * <p>A share of the architectures is drawn at random, independent of the model; it falls as results
 * with the most epochs come in. Failed trials count as worst.
 */
public final class KernelDensitySampler implements ArchitectureSampler {
  private static final int MOST_FIDELITIES = 100_000;

  private final SearchSpace space;
  private final KernelModelSettings settings;
  private final DensityAxes axes;
  private final NavigableMap<Integer, ObservedResults> byEpochs = new TreeMap<>();
  private int longest;
  private @Nullable RatioSampler model;

  /** Creates a sampler without results. */
  public KernelDensitySampler(SearchSpace space, KernelModelSettings settings) {
    this.space = space;
    this.settings = settings;
    this.axes = new DensityAxes(space);
  }

  @Override
  public Architecture draw(RandomGenerator random) {
    Optional<ObservedResults> observed = modelled();
    if (random.nextDouble() < settings.random(resultsOfMostEpochs()) || observed.isEmpty()) {
      return space.sample(random);
    }
    RatioSampler built = model;
    if (built == null) {
      built = build(observed.get());
      model = built;
    }
    return built.draw(random);
  }

  private int resultsOfMostEpochs() {
    return byEpochs.isEmpty() ? 0 : byEpochs.lastEntry().getValue().size();
  }

  /** Returns the results at the highest number of epochs that has at least N_min + 2. */
  private Optional<ObservedResults> modelled() {
    return byEpochs.descendingMap().values().stream()
        .filter(observations -> observations.size() >= settings.fewest(longest) + 2)
        .findFirst();
  }

  /**
   * Builds the estimates of eq. 3, each of at least N_min results; the two sets overlap if there
   * are too few.
   */
  private RatioSampler build(ObservedResults observations) {
    int size = observations.size();
    int fewest = settings.fewest(longest);
    int good = Math.max(fewest, (int) (settings.goodShare() * size));
    int bad = Math.max(fewest, size - good);
    List<double[]> better = observations.split(good).good();
    List<double[]> worse = observations.split(size - bad).bad();
    // Drawn near what is good, with widened kernels.
    return new RatioSampler(
        axes,
        mixture(settings.good(settings.bandwidthFactor()), better),
        mixture(settings.good(1), better),
        mixture(settings.others(), worse),
        settings.samples());
  }

  private KernelMixture mixture(KernelRule rule, List<double[]> observed) {
    return new KernelDensity(axes, rule, settings.priorWeight())
        .joint(observed, ones(observed.size()));
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public void tell(TrialResult result) {
    int epochs = result.trial().proposal().fidelity().epochs();
    longest = Math.max(longest, result.trial().proposal().architecture().size());
    byEpochs
        .computeIfAbsent(epochs, first -> new ObservedResults(axes))
        .add(
            result.trial().proposal().architecture(),
            result.reward().orElse(Double.NEGATIVE_INFINITY));
    model = null;
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeInt(longest);
    out.writeInt(byEpochs.size());
    for (var entry : byEpochs.entrySet()) {
      out.writeInt(entry.getKey());
      entry.getValue().write(out);
    }
  }

  @Override
  public void read(DataInputStream in) throws IOException {
    byEpochs.clear();
    model = null;
    longest = in.readInt();
    int fidelities = in.readInt();
    if (fidelities < 0 || fidelities > MOST_FIDELITIES) {
      throw new IOException("There cannot be " + fidelities + " fidelities.");
    }
    for (int i = 0; i < fidelities; i++) {
      int epochs = in.readInt();
      ObservedResults observations = new ObservedResults(axes);
      observations.read(in);
      byEpochs.put(epochs, observations);
    }
  }
}
