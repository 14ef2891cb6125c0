package org.espalier.nas.tf.backbone;

import jakarta.inject.Inject;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.FeatureExtractor;

/** The factory of feature extractors from SavedModels. */
public final class SavedModelExtractors implements FeatureExtractor.Factory {
  private static final int IMAGE_RANK = 3;

  /** Creates the factory. */
  @Inject
  public SavedModelExtractors() {}

  @Override
  public FeatureExtractor of(BackboneSettings settings, DatasetInfo images) {
    if (images.input().rank() != IMAGE_RANK) {
      throw new InvalidBackboneException(
          ModelFolder.SETTING,
          "backbone needs images (height × width × channels); the examples of %s have the shape %s. Take a data set of images, or leave backbone out."
              .formatted(images.name(), images.input()));
    }
    return new SavedModelExtractor(settings, images.input());
  }
}
