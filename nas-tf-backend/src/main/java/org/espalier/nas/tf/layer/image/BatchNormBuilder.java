package org.espalier.nas.tf.layer.image;

import java.util.List;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.layer.FirstValues;
import org.espalier.nas.tf.layer.GraphLayer;
import org.espalier.nas.tf.layer.LayerBuilder;
import org.espalier.nas.tf.layer.LayerContext;
import org.espalier.nas.tf.layer.Mode;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Builder of batch normalisations with TensorFlow's fused operation. Mean and variance for
 * predictions are estimated from training batches instead of moving averages, which are noise after
 * a short training.
 */
public final class BatchNormBuilder implements LayerBuilder<BatchNorm> {

  @Override
  public GraphLayer build(LayerContext context, BatchNorm layer, List<TensorShape> inputs) {
    TensorShape input = inputs.get(0);
    int channels = input.dimensions().get(input.rank() - 1);
    Shape shape = Shape.of(channels);
    return new Applied(
        layer.epsilon(),
        input,
        context.variable("gamma", shape, FirstValues.constant(1)),
        context.variable("beta", shape, FirstValues.constant(0)),
        context.state("mean", shape, 0),
        context.state("variance", shape, 1));
  }

  private record Applied(
      double epsilon,
      TensorShape input,
      Operand<TFloat32> gamma,
      Operand<TFloat32> beta,
      Operand<TFloat32> mean,
      Operand<TFloat32> variance)
      implements GraphLayer {

    @Override
    public Operand<TFloat32> linear(Ops tf, List<Operand<TFloat32>> inputs, Mode mode) {
      return mode == Mode.INFERENCE
          ? byState(tf, inputs.get(0))
          : byBatch(tf, asImages(tf, inputs.get(0)));
    }

    /**
     * Returns x·s + (β − μ·s), where s = γ/√(σ² + ε). The fused operation for this cannot be
     * exported: TensorFlow for Python merges it with a convolution and a hyperbolic tangent into
     * one that it does not have.
     */
    private Operand<TFloat32> byState(Ops tf, Operand<TFloat32> values) {
      Operand<TFloat32> scale =
          tf.math.mul(gamma, tf.math.rsqrt(tf.math.add(variance, tf.constant((float) epsilon))));
      Operand<TFloat32> shift = tf.math.sub(beta, tf.math.mul(mean, scale));
      return tf.math.add(tf.math.mul(values, scale), shift);
    }

    private Operand<TFloat32> byBatch(Ops tf, Operand<TFloat32> images) {
      Operand<TFloat32> none = tf.constant(new float[0]);
      Operand<TFloat32> normalised =
          tf.nn
              .fusedBatchNorm(
                  images,
                  gamma,
                  beta,
                  none,
                  none,
                  FusedBatchNorm.isTraining(true),
                  FusedBatchNorm.epsilon((float) epsilon))
              .y();
      return input.rank() == 1 ? tf.reshape(normalised, tf.array(-1, input.size())) : normalised;
    }

    /** Returns rows as images of one pixel. */
    private Operand<TFloat32> asImages(Ops tf, Operand<TFloat32> values) {
      return input.rank() == 1 ? tf.reshape(values, tf.array(-1, 1, 1, input.size())) : values;
    }

    @Override
    public List<Operand<TFloat32>> statistics(Ops tf, List<Operand<TFloat32>> inputs) {
      Operand<TFloat32> images = asImages(tf, inputs.get(0));
      Operand<TInt32> pixels = tf.array(0, 1, 2);
      Operand<TFloat32> means = tf.math.mean(images, pixels);
      return List.of(means, tf.math.mean(tf.math.squaredDifference(images, means), pixels));
    }

    @Override
    public boolean dependsOnMode() {
      return true;
    }
  }
}
