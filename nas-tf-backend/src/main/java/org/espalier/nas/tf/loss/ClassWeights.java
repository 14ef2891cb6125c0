package org.espalier.nas.tf.loss;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** The weights of the examples of each class. */
public final class ClassWeights {
  private final float[] weights;

  private ClassWeights(float[] weights) {
    this.weights = weights;
  }

  /**
   * Returns given weights.
   *
   * @param weights the weights by class index, none negative
   */
  public static ClassWeights of(float... weights) {
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0) || Float.isInfinite(weights[i])) {
        throw new IllegalArgumentException(
            "The weight of class %d (%s) must not be negative.".formatted(i, weights[i]));
      }
    }
    return new ClassWeights(weights.clone());
  }

  /**
   * Returns weights under which all classes with examples have the same total weight, and the mean
   * weight of an example is 1: examples / (classes · examples of the class).
   *
   * @param counts the number of examples of each class
   */
  public static ClassWeights balanced(long... counts) {
    long examples = 0;
    int present = 0;
    for (long count : counts) {
      examples += count;
      present += count > 0 ? 1 : 0;
    }
    float[] weights = new float[counts.length];
    for (int i = 0; i < counts.length; i++) {
      weights[i] = counts[i] == 0 ? 0 : (float) ((double) examples / present / counts[i]);
    }
    return new ClassWeights(weights);
  }

  /** Returns a copy of the weights by class index. */
  public float[] values() {
    return weights.clone();
  }

  /**
   * Adds the look-up of each example's weight.
   *
   * @param targets class indices [batch]
   */
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> targets) {
    Operand<TInt32> classes = tf.dtypes.cast(targets, TInt32.class);
    return tf.gather(tf.constant(weights), classes, tf.constant(0));
  }
}
