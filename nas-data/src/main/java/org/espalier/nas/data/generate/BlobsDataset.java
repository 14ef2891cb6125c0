package org.espalier.nas.data.generate;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.ForwardingDataset;
import org.espalier.nas.data.prepare.PreparedDataset;
import org.espalier.nas.data.prepare.RawData;

/**
 * Spherical Gaussian clouds, one for each class, around centres drawn uniformly from [−3, 3] in
 * each dimension.
 */
@BehaviourVersion("77951e94e3b997d1")
@Description("Gaussian clouds, one for each class.")
public final class BlobsDataset extends ForwardingDataset {
  private static final double REACH = 3;

  /** Draws and prepares the examples. */
  @Inject
  public BlobsDataset(BlobsSettings settings, RandomStreams streams) {
    super(PreparedDataset.of(draw(settings), settings.prepare(), streams));
  }

  private static RawData draw(BlobsSettings settings) {
    RandomGenerator random = new RandomStreams(settings.seed()).stream("data.blobs", 0);
    double[][] centres = new double[settings.classes()][settings.features()];
    for (double[] centre : centres) {
      Arrays.setAll(centre, i -> REACH * (2 * random.nextDouble() - 1));
    }
    Draft draft = new Draft("blobs", settings.samples(), settings.features());
    double[] point = new double[settings.features()];
    for (int i = 0; i < settings.samples(); i++) {
      double[] centre = centres[i % settings.classes()];
      Arrays.setAll(point, j -> centre[j] + settings.noise() * random.nextGaussian());
      draft.set(i, i % settings.classes(), point);
    }
    return draft.classification();
  }
}
