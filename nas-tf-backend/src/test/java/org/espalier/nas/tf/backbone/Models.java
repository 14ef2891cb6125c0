package org.espalier.nas.tf.backbone;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.PixelScale;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.GraphSession;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/** SavedModels to test with. */
public final class Models {
  /**
   * A network that Keras 2.21 exported: images of 8×8×3, {@code c1} (4 filters), {@code bn}, {@code
   * act}, {@code gap}, {@code out} (3 classes).
   */
  public static final Path KERAS = resource("tiny-keras");

  public static final TensorShape IMAGE = TensorShape.of(8, 8, 3);

  private Models() {}

  private static Path resource(String name) {
    try {
      return Path.of(Objects.requireNonNull(Models.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static BackboneSettings settings(Path folder, @Nullable String output, PixelScale scale) {
    return new BackboneSettings(folder, output, scale, false);
  }

  static SavedModelExtractor keras(@Nullable String output, PixelScale scale) {
    return new SavedModelExtractor(settings(KERAS, output, scale), IMAGE);
  }

  /** Returns images of 8×8×3 whose pixel i (over all images) is 37 i mod 256. */
  public static Pixels images(int count) {
    byte[] values = new byte[count * IMAGE.size()];
    int[] all = new int[count];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (37 * i % 256);
    }
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    return new Pixels(IMAGE, values, all, new double[3], new double[] {1, 1, 1});
  }

  /** Writes a network without variables, whose input is {@code in} and whose outputs are given. */
  static <T extends TType> void write(
      Path folder,
      Class<T> type,
      Shape input,
      BiFunction<Ops, Operand<T>, Map<String, Operand<?>>> body)
      throws IOException {
    try (GraphSession session = new GraphSession()) {
      Ops tf = session.tf();
      Operand<T> in = tf.withName("in").placeholder(type, Placeholder.shape(input));
      Signature.Builder signature = Signature.builder("serving_default").input("in", in);
      body.apply(tf, in).forEach(signature::output);
      SavedModelBundle.exporter(folder.toString())
          .withSession(session.session())
          .withSignature(signature.build())
          .export();
    }
  }

  /** Writes a network of float images with one output. */
  static void write(Path folder, Shape input, BiFunction<Ops, Operand<TFloat32>, Operand<?>> body)
      throws IOException {
    write(folder, TFloat32.class, input, (tf, in) -> Map.of("out", body.apply(tf, in)));
  }
}
