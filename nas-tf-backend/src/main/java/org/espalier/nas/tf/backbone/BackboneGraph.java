package org.espalier.nas.tf.backbone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.data.BackboneSettings;
import org.espalier.nas.api.data.PixelScale;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.GraphSession;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TUint8;

/**
 * A graph from pixels (from 0 to 255, float32 {@code [batch, height, width, channels]}) to features
 * (float32 {@code [batch, …]}): the scale of pixels, then a frozen network.
 *
 * @param definition the graph
 * @param images the shape of an image
 * @param features the shape of its features
 */
public record BackboneGraph(GraphDef definition, TensorShape images, TensorShape features) {
  /** The name of the operation that receives the images. */
  public static final String INPUT = "images";

  /** The name of the operation that gives the features. */
  public static final String OUTPUT = "backbone_features";

  private static final String SCALED = "backbone_pixels";
  private static final String PREFIX = "backbone/";
  private static final float WHITE = 255;

  /**
   * Builds the graph.
   *
   * @throws InvalidBackboneException if images of this shape do not fit the network, or the
   *     features have no fixed shape
   */
  static BackboneGraph of(
      FrozenNetwork network, BackboneSettings settings, TensorShape images, ModelFolder folder) {
    new InputCheck(folder, settings).require(network.input(), images);
    try (GraphSession lower = new GraphSession();
        GraphSession whole = new GraphSession()) {
      scale(lower.tf(), settings.preprocess(), images, network.input().getDtype());
      whole.graph().importGraphDef(joined(lower.graph().toGraphDef(), network));
      Output<?> output = whole.graph().output(PREFIX + network.output());
      if (output == null || output.dataType() != DataType.DT_FLOAT) {
        throw new InvalidBackboneException(
            "output",
            "output (%s) of savedModel (%s) must be float32, but is %s; name another."
                .formatted(
                    settings.output(),
                    folder.path(),
                    output == null ? "missing" : output.dataType()));
      }
      Shape shape = features(whole.tf(), output, settings.globalPool());
      return new BackboneGraph(
          whole.graph().toGraphDef(), images, exampleShape(shape, settings, folder));
    }
  }

  /**
   * Returns a graph in which this one computes the input of another.
   *
   * @param head the graph on the features
   * @param input the name of the placeholder of the features
   */
  public GraphDef below(GraphDef head, String input) {
    GraphDef.Builder joined = definition.toBuilder();
    for (NodeDef node : head.getNodeList()) {
      joined.addNode(node.getName().equals(input) ? reading(node, OUTPUT) : node);
    }
    return joined.build();
  }

  /** Returns an operation of the same name that passes on a tensor. */
  private static NodeDef reading(NodeDef placeholder, String tensor) {
    return NodeDef.newBuilder()
        .setName(placeholder.getName())
        .setOp("Identity")
        .putAttr("T", placeholder.getAttrOrThrow("dtype"))
        .addInput(tensor)
        .build();
  }

  private static void scale(Ops tf, PixelScale scale, TensorShape images, DataType wanted) {
    long[] sizes = images.dimensions().stream().mapToLong(Integer::longValue).toArray();
    Operand<TFloat32> pixels =
        tf.withName(INPUT)
            .placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(sizes).prepend(Shape.UNKNOWN_SIZE)));
    // A scope of their own: the graph above has constants of the usual names, too.
    Ops ops = tf.withSubScope("backbone_scale");
    Operand<TFloat32> scaled =
        switch (scale) {
          case NONE -> pixels;
          case UNIT -> ops.math.div(pixels, ops.constant(WHITE));
          case SIGNED ->
              ops.math.sub(ops.math.div(pixels, ops.constant(WHITE / 2)), ops.constant(1f));
          case CAFFE ->
              ops.math.sub(
                  ops.reverse(pixels, ops.constant(new int[] {3})),
                  ops.constant(new float[] {103.939f, 116.779f, 123.68f}));
          case TORCH ->
              ops.math.div(
                  ops.math.sub(
                      ops.math.div(pixels, ops.constant(WHITE)),
                      ops.constant(new float[] {0.485f, 0.456f, 0.406f})),
                  ops.constant(new float[] {0.229f, 0.224f, 0.225f}));
        };
    if (wanted == DataType.DT_UINT8) {
      tf.withName(SCALED).dtypes.cast(scaled, TUint8.class);
    } else {
      tf.withName(SCALED).identity(scaled);
    }
  }

  /** Returns a graph in which the network reads the scaled pixels. */
  private static GraphDef joined(GraphDef lower, FrozenNetwork network) {
    GraphDef.Builder joined = lower.toBuilder();
    for (NodeDef node : network.nodes()) {
      NodeDef.Builder renamed = node.toBuilder().setName(PREFIX + node.getName()).clearInput();
      node.getInputList().forEach(input -> renamed.addInput(PREFIX + input));
      boolean input = node.getName().equals(network.inputOperation());
      joined.addNode(input ? reading(renamed.build(), SCALED) : renamed.build());
    }
    return joined.build();
  }

  /** Adds the output and returns its shape. */
  private static Shape features(Ops tf, Output<?> output, boolean pool) {
    Operand<TFloat32> features = output.expect(TFloat32.class);
    if (pool && features.shape().numDimensions() == 4) {
      Ops pooling = tf.withSubScope("backbone_pool");
      features = pooling.math.mean(features, pooling.constant(new int[] {1, 2}));
    }
    return tf.withName(OUTPUT).identity(features).shape();
  }

  private static TensorShape exampleShape(
      Shape shape, BackboneSettings settings, ModelFolder folder) {
    if (shape.isUnknown()
        || shape.numDimensions() < 2
        || Arrays.stream(shape.asArray()).skip(1).anyMatch(size -> size < 1)
        || shape.get(0) >= 0) {
      throw new InvalidBackboneException(
          "output",
          "The output %s of savedModel (%s) has the shape %s; features need a number for each image, then fixed sizes. Name another output, or export the network with a fixed size of images."
              .formatted(
                  settings.output() == null ? "" : "(" + settings.output() + ")",
                  folder.path(),
                  shape));
    }
    List<Integer> sizes = new ArrayList<>();
    Arrays.stream(shape.asArray()).skip(1).forEach(size -> sizes.add(Math.toIntExact(size)));
    return new TensorShape(sizes);
  }
}
