package org.espalier.nas.data.generate;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RawData;
import org.espalier.nas.data.table.NumericColumn;

/**
 * Points drawn uniformly from [−1, 1] in each dimension, and a disc for each label: the label
 * applies to the share of points that are nearest to the disc's centre, which is drawn as the
 * points are. Discs overlap, so that any number of labels may apply. Gaussian noise is added to the
 * points afterwards.
 */
@Description("Overlapping discs, one for each label: multi-label.")
public final class DiscsDataset extends ForwardingDataset {

  /** Draws and prepares the examples. */
  @Inject
  public DiscsDataset(DiscsSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static RawData draw(DiscsSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.discs", 0);
    double[][] centres = points(settings.labels(), settings.features(), random);
    double[][] points = points(settings.samples(), settings.features(), random);
    List<NumericColumn> labels = new ArrayList<>();
    for (int label = 0; label < centres.length; label++) {
      double[] applies = nearest(points, centres[label], settings.share());
      labels.add(new NumericColumn("label" + (label + 1), applies));
    }
    Draft draft = new Draft("discs", settings.samples(), settings.features());
    for (int i = 0; i < points.length; i++) {
      double[] point = points[i];
      Arrays.setAll(point, j -> point[j] + settings.noise() * random.nextGaussian());
      draft.set(i, 0, point);
    }
    return draft.multiLabel(labels);
  }

  private static double[][] points(int count, int dimensions, RandomGenerator random) {
    double[][] points = new double[count][dimensions];
    for (double[] point : points) {
      Arrays.setAll(point, j -> 2 * random.nextDouble() - 1);
    }
    return points;
  }

  /** Returns 1 for the points nearest to a centre, a share of all but at least one, else 0. */
  private static double[] nearest(double[][] points, double[] centre, double share) {
    double[] distances = new double[points.length];
    Arrays.setAll(distances, i -> squaredDistance(points[i], centre));
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    double radius = sorted[Math.max(0, (int) Math.round(share * points.length) - 1)];
    double[] applies = new double[points.length];
    Arrays.setAll(applies, i -> distances[i] <= radius ? 1 : 0);
    return applies;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
