package org.espalier.nas.data.cache;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.storage.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The features that trained networks computed, kept within the process and on the disk, by a hash
 * of the network, its settings and the data. Each part is computed when it is first asked for.
 */
@Singleton
public final class FeatureCache {
  private static final String SUFFIX = ".features";
  private static final String LAST_STEP = "preparing";

  private final Supplier<CacheFolder> folder;
  private final Map<String, SoftReference<Features>> known = new HashMap<>();

  /** Creates a cache that uses the folder of this process's environment. */
  @Inject
  public FeatureCache() {
    // The environment is read when data are asked for, so that errors in it are errors of the data.
    this(
        () ->
            new CacheFolder(
                DataFolders.ofSystem().cache().resolve("features"),
                CacheFolder.limit(System.getenv()),
                SUFFIX));
  }

  /** Creates a cache that uses a folder. */
  FeatureCache(Path folder, long limit) {
    this(() -> new CacheFolder(folder, limit, SUFFIX));
  }

  private FeatureCache(Supplier<CacheFolder> folder) {
    this.folder = folder;
  }

  /**
   * Returns a data set with the features of images in place of the images.
   *
   * @param images a data set whose examples are images
   * @param extractor the network that computes the features
   * @param listener receives the progress of the computation
   * @throws org.espalier.nas.api.InvalidDataException if the examples are no images, or the
   *     environment variable {@code NAS_PREPARED_CACHE} is malformed
   * @throws org.espalier.nas.api.InvalidBackboneException if the network does not fit the images
   */
  public Dataset features(Dataset images, FeatureExtractor extractor, DownloadListener listener) {
    return new ExtractedDataset(images, extractor, this, listener);
  }

  /** Returns the shape of the features of an example. */
  TensorShape shape(Dataset images, FeatureExtractor extractor) {
    return folder
        .get()
        .read(key(images, extractor, Part.TRAINING), FeatureFile::shape)
        .orElseGet(extractor::output);
  }

  /**
   * Returns the features of a part.
   *
   * @param pixels the images of the part
   */
  synchronized Features features(
      Dataset images,
      Part part,
      Pixels pixels,
      FeatureExtractor extractor,
      DownloadListener listener) {
    String key = key(images, extractor, part);
    Features features = inProcess(key);
    if (features == null) {
      String data = images.info().name();
      features = onDisk(key, data, pixels, listener);
      if (features == null) {
        features = computed(data, pixels, extractor, listener);
        Features written = features;
        folder
            .get()
            .write(key, FeatureFile.size(written), file -> FeatureFile.write(file, written));
      }
      listener.preparing(data, LAST_STEP, 1);
      known.put(key, new SoftReference<>(features));
    }
    return features;
  }

  private @Nullable Features inProcess(String key) {
    known.values().removeIf(reference -> reference.get() == null);
    SoftReference<Features> reference = known.get(key);
    return reference == null ? null : reference.get();
  }

  private @Nullable Features onDisk(
      String key, String data, Pixels pixels, DownloadListener listener) {
    listener.preparing(data, "reading features from the cache", 0);
    Optional<Features> read = folder.get().read(key, FeatureFile::read);
    return read.filter(features -> features.examples() == pixels.size()).orElse(null);
  }

  private static Features computed(
      String data, Pixels pixels, FeatureExtractor extractor, DownloadListener listener) {
    String step =
        String.format(
            Locale.ROOT,
            "computing features of %,d images with %s",
            pixels.size(),
            extractor.name());
    listener.preparing(data, step, 0);
    float[] values =
        extractor.extract(
            pixels, done -> listener.preparing(data, step, (double) done / pixels.size()));
    return new Features(extractor.output(), values);
  }

  private static String key(Dataset images, FeatureExtractor extractor, Part part) {
    return Sha256.of(String.join("\n", extractor.identity(), images.info().hash(), part.name()));
  }

  /** Returns examples with features in place of their images. */
  static Examples examples(Examples images, Features features) {
    float[] targets = new float[images.size() * images.targetsPerExample()];
    images.targets().get(targets);
    return new Examples(features.shape(), features.values(), targets, images.targetsPerExample());
  }
}
