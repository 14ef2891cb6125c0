package org.espalier.nas.tf.backbone;

import java.util.Locale;
import java.util.function.IntConsumer;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Tensors;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;

/** A SavedModel that computes features; it is read when its output is first asked for. */
public final class SavedModelExtractor implements FeatureExtractor {
  private static final int MOST_IMAGES = 500;
  private static final int MOST_VALUES = 1 << 22;

  /** The version of the computation; raised with every change of its results. */
  private static final int VERSION = 1;

  private final BackboneSettings settings;
  private final TensorShape images;
  private final ModelFolder folder;
  private final String identity;
  private @Nullable BackboneGraph graph;

  /**
   * Creates the extractor.
   *
   * @param images the shape of an image
   * @throws InvalidBackboneException if the folder is no SavedModel
   */
  SavedModelExtractor(BackboneSettings settings, TensorShape images) {
    this.settings = settings;
    this.images = images;
    this.folder = ModelFolder.of(settings.savedModel());
    this.identity =
        Sha256.of(
            String.join(
                "\n",
                String.valueOf(VERSION),
                folder.hash(),
                String.valueOf(settings.output()),
                settings.preprocess().name(),
                String.valueOf(settings.globalPool()),
                images.toString()));
  }

  @Override
  public String name() {
    return folder.name();
  }

  @Override
  public String identity() {
    return identity;
  }

  /** Returns the settings. */
  public BackboneSettings settings() {
    return settings;
  }

  @Override
  public TensorShape output() {
    return graph().features();
  }

  /** Returns the graph from pixels to features. */
  public synchronized BackboneGraph graph() {
    BackboneGraph known = graph;
    if (known == null) {
      FrozenNetwork network = new NetworkFreezer(folder).read(settings.output());
      known = BackboneGraph.of(network, settings, images, folder);
      graph = known;
    }
    return known;
  }

  @Override
  public float[] extract(Pixels pixels, IntConsumer progress) {
    int size = graph().features().size();
    float[] features = new float[Math.multiplyExact(pixels.size(), size)];
    int batch = Math.max(1, Math.min(MOST_IMAGES, MOST_VALUES / images.size()));
    try (GraphSession session = new GraphSession()) {
      session.graph().importGraphDef(graph().definition());
      for (int from = 0; from < pixels.size(); from += batch) {
        int to = Math.min(pixels.size(), from + batch);
        float[] own = run(session, levels(pixels, from, to), to - from);
        requireFinite(own, from);
        System.arraycopy(own, 0, features, from * size, own.length);
        progress.accept(to);
      }
    }
    return features;
  }

  /**
   * Computes the features of some images.
   *
   * @param levels the pixels from 0 to 255, image after image
   */
  public float[] extract(float[] levels) {
    try (GraphSession session = new GraphSession()) {
      session.graph().importGraphDef(graph().definition());
      return run(session, levels, levels.length / images.size());
    }
  }

  private float[] run(GraphSession session, float[] levels, int count) {
    long[] sizes = images.dimensions().stream().mapToLong(Integer::longValue).toArray();
    try (Tensor fed = Tensors.of(levels, Shape.of(sizes).prepend(count));
        Result result =
            session.runner().feed(BackboneGraph.INPUT, fed).fetch(BackboneGraph.OUTPUT).run()) {
      return Tensors.floats(result.get(0));
    }
  }

  private float[] levels(Pixels pixels, int from, int to) {
    int size = images.size();
    float[] levels = new float[(to - from) * size];
    byte[] bytes = new byte[size];
    for (int image = from; image < to; image++) {
      pixels.levels(image, bytes, 0);
      for (int i = 0; i < size; i++) {
        levels[(image - from) * size + i] = Byte.toUnsignedInt(bytes[i]);
      }
    }
    return levels;
  }

  private void requireFinite(float[] features, int from) {
    for (int i = 0; i < features.length; i++) {
      if (!Float.isFinite(features[i])) {
        throw new InvalidBackboneException(
            ModelFolder.SETTING,
            "savedModel (%s) gives the feature %s for image %d of a part; a network with such weights cannot be used. Check its training and preprocess (%s)."
                .formatted(
                    folder.path(),
                    features[i],
                    from + i / graph().features().size() + 1,
                    settings.preprocess().name().toLowerCase(Locale.ROOT)));
      }
    }
  }
}
