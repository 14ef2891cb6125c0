package org.espalier.nas.data.cache;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.storage.Sha256;

/** A data set whose examples are the features that a trained network computes from images. */
final class ExtractedDataset implements Dataset {
  private final Dataset images;
  private final FeatureExtractor extractor;
  private final FeatureCache cache;
  private final DownloadListener listener;
  private final DatasetInfo info;
  private final Map<Part, Examples> parts = new EnumMap<>(Part.class);

  ExtractedDataset(
      Dataset images, FeatureExtractor extractor, FeatureCache cache, DownloadListener listener) {
    this.images = images;
    this.extractor = extractor;
    this.cache = cache;
    this.listener = listener;
    if (!images.folds().isEmpty()) {
      throw new InvalidDataException(
          "The data %s have folds, which cannot be used with backbone; remove prepare.split.folds."
              .formatted(images.info().name()));
    }
    this.info = info(images.info(), cache.shape(images, extractor), extractor.identity());
  }

  private static DatasetInfo info(DatasetInfo images, TensorShape shape, String identity) {
    List<Feature> features =
        IntStream.rangeClosed(1, shape.size())
            .mapToObj(number -> Feature.raw("feature " + number))
            .toList();
    String hash = Sha256.of(images.hash() + "\n" + identity);
    return new DatasetInfo.Tabular(
        images.name(), images.task(), shape, features, images.sizes(), hash);
  }

  @Override
  public DatasetInfo info() {
    return info;
  }

  @Override
  public synchronized Examples examples(Part part) {
    return parts.computeIfAbsent(part, this::extracted);
  }

  private Examples extracted(Part part) {
    Examples own = images.examples(part);
    Pixels pixels =
        own.pixels()
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        "The examples of %s are no images, which backbone needs; take a data set of images, or leave backbone out."
                            .formatted(info.name())));
    return FeatureCache.examples(own, cache.features(images, part, pixels, extractor, listener));
  }

  @Override
  public List<Finding> audit() {
    return images.audit();
  }

  @Override
  public Optional<FeatureExtractor> extractor() {
    return Optional.of(extractor);
  }
}
