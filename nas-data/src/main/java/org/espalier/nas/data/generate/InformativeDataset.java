package org.espalier.nas.data.generate;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RawData;

/**
 * Classes made of clusters at corners of a hypercube, similar to the MADELON problem (Guyon, Design
 * of experiments for the NIPS 2003 variable selection benchmark): informative features hold the
 * clusters, redundant ones are random linear combinations of them, the rest is noise.
 */
@BehaviourVersion("9362a14b1837902d")
@Description("Informative, redundant and noise features; clusters at the corners of a cube.")
public final class InformativeDataset extends ForwardingDataset {

  /** Draws and prepares the examples. */
  @Inject
  public InformativeDataset(InformativeSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static RawData draw(InformativeSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.informative", 0);
    int[] corners = corners(settings, random);
    double[][] mixture = mixture(settings, random);
    Draft draft = new Draft("informative", settings.samples(), settings.features());
    double[] x = new double[settings.features()];
    for (int i = 0; i < settings.samples(); i++) {
      int cluster = i % corners.length;
      Arrays.setAll(x, j -> random.nextGaussian());
      for (int j = 0; j < settings.informative(); j++) {
        x[j] += (corners[cluster] >> j & 1) == 0 ? -settings.separation() : settings.separation();
      }
      for (int j = 0; j < settings.redundant(); j++) {
        x[settings.informative() + j] = combination(mixture[j], x);
      }
      boolean flipped = random.nextDouble() < settings.noise();
      int drawn = random.nextInt(settings.classes());
      draft.set(i, flipped ? drawn : cluster % settings.classes(), x);
    }
    return draft.classification();
  }

  /** Returns a distinct corner of the cube for each cluster; each bit selects a side. */
  private static int[] corners(InformativeSettings settings, RandomGenerator random) {
    int[] corners = new int[settings.classes() * settings.clusters()];
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < corners.length; i++) {
      int corner = random.nextInt(1 << settings.informative());
      while (!taken.add(corner)) {
        corner = random.nextInt(1 << settings.informative());
      }
      corners[i] = corner;
    }
    return corners;
  }

  private static double[][] mixture(InformativeSettings settings, RandomGenerator random) {
    double[][] weights = new double[settings.redundant()][settings.informative()];
    for (double[] row : weights) {
      Arrays.setAll(row, j -> 2 * random.nextDouble() - 1);
    }
    return weights;
  }

  private static double combination(double[] weights, double[] x) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * x[j];
    }
    return sum;
  }
}
