package org.espalier.nas.controller.cmaes;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** The normal distribution that CMA-ES adapts (Hansen 2016, figure 6). */
final class SearchDistribution {
  private static final double LARGEST_CONDITION = 1e14;
  private static final double SMALLEST_DEVIATION = 1e-11;

  private final StrategyParameters parameters;
  private RealVector mean;
  private double step;
  private RealMatrix covariance;
  private RealVector stepPath;
  private RealVector path;
  private int generation;
  private RealMatrix axes;
  private RealVector lengths;

  /** Creates an isotropic distribution around {@code mean}. */
  SearchDistribution(StrategyParameters parameters, double[] mean, double step) {
    int n = parameters.dimension();
    this.parameters = parameters;
    this.mean = new ArrayRealVector(mean);
    this.step = step;
    this.covariance = MatrixUtils.createRealIdentityMatrix(n);
    this.stepPath = new ArrayRealVector(n);
    this.path = new ArrayRealVector(n);
    this.axes = covariance;
    this.lengths = new ArrayRealVector(n, 1);
  }

  StrategyParameters parameters() {
    return parameters;
  }

  /** Draws m + σ B D z (eq. 40). */
  double[] draw(RandomGenerator random) {
    RealVector normal = new ArrayRealVector(lengths.getDimension());
    for (int i = 0; i < lengths.getDimension(); i++) {
      normal.setEntry(i, lengths.getEntry(i) * random.nextGaussian());
    }
    return mean.add(axes.operate(normal).mapMultiply(step)).toArray();
  }

  /**
   * Learns from a generation (eq. 41 to 47).
   *
   * @param ranked all λ points, the best first
   */
  void update(List<double[]> ranked) {
    List<RealVector> steps =
        ranked.stream()
            .map(point -> new ArrayRealVector(point).subtract(mean).mapDivide(step))
            .toList();
    RealVector move = new ArrayRealVector(parameters.dimension());
    for (int rank = 0; rank < parameters.parents(); rank++) {
      move = move.add(steps.get(rank).mapMultiply(parameters.weights().get(rank)));
    }
    mean = mean.add(move.mapMultiply(step));
    generation++;
    boolean steady = followSteps(move);
    double kept = parameters.cumulation();
    path = path.mapMultiply(1 - kept);
    if (steady) {
      path = path.add(move.mapMultiply(root(kept)));
    }
    adaptCovariance(steps, steady);
    step = Math.min(1, step * StrictMath.exp(stepChange()));
    decompose();
  }

  /**
   * Updates the path of σ (eq. 43); returns true if it is short enough to update the other path
   * (h_σ).
   */
  private boolean followSteps(RealVector move) {
    double kept = parameters.stepCumulation();
    stepPath = stepPath.mapMultiply(1 - kept).add(whitened(move).mapMultiply(root(kept)));
    double begun = Math.sqrt(1 - StrictMath.pow(1 - kept, 2.0 * generation));
    double limit = (1.4 + 2.0 / (parameters.dimension() + 1)) * parameters.expectedLength();
    return stepPath.getNorm() / begun < limit;
  }

  private double root(double kept) {
    return Math.sqrt(kept * (2 - kept) * parameters.effectiveParents());
  }

  private double stepChange() {
    return parameters.stepCumulation()
        / parameters.stepDamping()
        * (stepPath.getNorm() / parameters.expectedLength() - 1);
  }

  /**
   * Updates the covariance (eq. 46 and 47): points worse than the median reduce the variance, by
   * bounded amounts.
   */
  private void adaptCovariance(List<RealVector> steps, boolean steady) {
    double one = parameters.rankOne();
    double many = parameters.rankMany();
    double kept = parameters.cumulation();
    double sum = 0;
    RealMatrix learned = path.outerProduct(path).scalarMultiply(one);
    for (int rank = 0; rank < steps.size(); rank++) {
      double weight = parameters.weights().get(rank);
      sum += weight;
      RealVector moved = steps.get(rank);
      double length = whitened(moved).getNorm();
      double bounded =
          weight >= 0
              ? weight
              : weight * parameters.dimension() / Math.max(1e-300, length * length);
      learned = learned.add(moved.outerProduct(moved).scalarMultiply(many * bounded));
    }
    double lost = steady ? 0 : one * kept * (2 - kept);
    covariance = covariance.scalarMultiply(1 + lost - one - many * sum).add(learned);
  }

  /** Returns C<sup>−1/2</sup> v. */
  private RealVector whitened(RealVector vector) {
    return axes.operate(axes.transpose().operate(vector).ebeDivide(lengths));
  }

  private void decompose() {
    covariance = covariance.add(covariance.transpose()).scalarMultiply(0.5);
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(covariance);
    axes = eigen.getV();
    lengths = new ArrayRealVector(eigen.getEigenvalues());
    lengths = lengths.map(value -> Math.sqrt(Math.max(value, Double.MIN_NORMAL)));
  }

  /** Widens the search where all points of a generation are alike. */
  void widen() {
    step =
        Math.min(
            1, step * StrictMath.exp(0.2 + parameters.stepCumulation() / parameters.stepDamping()));
  }

  /**
   * Returns true if no more progress is possible: the distribution is too narrow or too badly
   * conditioned.
   */
  boolean exhausted() {
    double longest = lengths.getMaxValue();
    double condition = longest / lengths.getMinValue();
    return step * longest < SMALLEST_DEVIATION || condition * condition > LARGEST_CONDITION;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(parameters.population());
    write(out, mean);
    out.writeDouble(step);
    write(out, stepPath);
    write(out, path);
    out.writeInt(generation);
    for (int row = 0; row < parameters.dimension(); row++) {
      write(out, covariance.getRowVector(row));
    }
  }

  private static void write(DataOutputStream out, RealVector vector) throws IOException {
    for (double value : vector.toArray()) {
      out.writeDouble(value);
    }
  }

  static SearchDistribution read(DataInputStream in, int dimension) throws IOException {
    int population = in.readInt();
    if (population < 2) {
      throw new IOException("A population cannot have " + population + " points.");
    }
    StrategyParameters parameters = StrategyParameters.of(dimension, population);
    double[] mean = vector(in, dimension);
    SearchDistribution read = new SearchDistribution(parameters, mean, in.readDouble());
    read.stepPath = new ArrayRealVector(vector(in, dimension));
    read.path = new ArrayRealVector(vector(in, dimension));
    read.generation = in.readInt();
    double[][] rows = new double[dimension][];
    for (int row = 0; row < dimension; row++) {
      rows[row] = vector(in, dimension);
    }
    read.covariance = new Array2DRowRealMatrix(rows);
    if (read.generation > 0) {
      read.decompose();
    }
    return read;
  }

  private static double[] vector(DataInputStream in, int dimension) throws IOException {
    double[] vector = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = in.readDouble();
    }
    return vector;
  }
}
