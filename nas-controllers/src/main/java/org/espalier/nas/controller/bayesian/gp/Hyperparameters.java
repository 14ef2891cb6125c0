package org.espalier.nas.controller.bayesian.gp;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * The hyper-parameters of a Gaussian process, as one unconstrained vector: the logarithms of the
 * length scales, one for each coordinate, of the signal's variance and of the noise's, and the
 * mean.
 */
public final class Hyperparameters {
  private static final int OTHERS = 3;

  private final double[] vector;

  private Hyperparameters(double[] vector) {
    this.vector = vector;
  }

  /**
   * Creates hyper-parameters from their values.
   *
   * @param lengthScales positive, one for each coordinate
   * @param signalVariance positive
   * @param noiseVariance positive
   * @param mean the expected target far from all observations
   */
  public static Hyperparameters of(
      double[] lengthScales, double signalVariance, double noiseVariance, double mean) {
    double[] vector = new double[lengthScales.length + OTHERS];
    for (int i = 0; i < lengthScales.length; i++) {
      vector[i] = FastMath.log(lengthScales[i]);
    }
    vector[lengthScales.length] = FastMath.log(signalVariance);
    vector[lengthScales.length + 1] = FastMath.log(noiseVariance);
    vector[lengthScales.length + 2] = mean;
    return new Hyperparameters(vector);
  }

  /** Creates hyper-parameters from a {@link #vector}. */
  public static Hyperparameters of(double[] vector) {
    return new Hyperparameters(vector.clone());
  }

  /** {@return a copy of the vector} */
  public double[] vector() {
    return vector.clone();
  }

  /** {@return the number of coordinates} */
  public int dimensions() {
    return vector.length - OTHERS;
  }

  /** {@return the length scale of a coordinate: the distance over which targets are alike} */
  public double lengthScale(int axis) {
    return FastMath.exp(vector[axis]);
  }

  /** {@return the variance of the function} */
  public double signalVariance() {
    return FastMath.exp(vector[dimensions()]);
  }

  /** {@return the variance of the noise of a measurement} */
  public double noiseVariance() {
    return FastMath.exp(vector[dimensions() + 1]);
  }

  /** {@return the expected target far from all observations} */
  public double mean() {
    return vector[dimensions() + 2];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hyperparameters those && Arrays.equals(vector, those.vector);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(vector);
  }

  @Override
  public String toString() {
    return Arrays.toString(vector);
  }
}
