package org.espalier.nas.benchmark.training;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.PreparedRun;
import org.espalier.nas.tf.graph.Sessions;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.optimizer.Optimizer;
import org.espalier.nas.tf.optimizer.TrainStep;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.SparseSoftmaxCrossEntropyWithLogits;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The processor time of training steps of equal perceptrons on one thread: of several in one graph,
 * whose weights are stacked and whose matrix products are batched, and of one session each.
 *
 * <p>ReLU, three classes, 11 features, Adam; each network has batches of 32 examples of its own.
 */
public final class StackedSteps {
  private static final int FEATURES = 11;
  private static final int CLASSES = 3;
  private static final int BATCH = 32;
  private static final int ROUNDS = 9;
  private static final int STEPS = 4000;

  private StackedSteps() {}

  /** Prints the median times of a step of one network in µs, and their median ratio. */
  public static void main(String[] arguments) {
    for (List<Integer> units : List.of(List.of(8, 16), List.of(64, 32), List.of(128, 64))) {
      for (int networks : new int[] {4, 16}) {
        compare(units, networks);
      }
    }
  }

  private static void compare(List<Integer> units, int networks) {
    List<Stack> apart =
        IntStream.range(0, networks).mapToObj(network -> new Stack(units, 1)).toList();
    double[] separate = new double[ROUNDS];
    double[] stacked = new double[ROUNDS];
    try (Stack together = new Stack(units, networks)) {
      for (int round = 0; round < ROUNDS; round++) {
        separate[round] = microseconds(networks, () -> apart.forEach(Stack::step));
        stacked[round] = microseconds(networks, together::step);
      }
    } finally {
      apart.forEach(Stack::close);
    }
    double[] ratios =
        IntStream.range(0, ROUNDS).mapToDouble(r -> stacked[r] / separate[r]).toArray();
    System.out.printf(
        Locale.ROOT,
        "%-9s %2d networks: separate %5.1f, stacked %5.1f, ratio %.2f%n",
        units,
        networks,
        median(separate),
        median(stacked),
        median(ratios));
  }

  private static double microseconds(int networks, Runnable steps) {
    int repeats = STEPS / networks;
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < repeats; i++) {
      steps.run();
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    return spent / 1e3 / repeats / networks;
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }

  /** Some equal networks in one graph. */
  private static final class Stack implements AutoCloseable {
    private final GraphSession graph =
        GraphSession.build(Sessions.onProcessor().inFixedOrder(), Function.identity());
    private final Ops tf = graph.tf();
    private final SplittableRandom random = new SplittableRandom(1);
    private final int networks;
    private final List<Variable<TFloat32>> variables = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private final PreparedRun run;
    private final TFloat32 features;
    private final TFloat32 targets;
    private final float[] logits;

    Stack(List<Integer> units, int networks) {
      this.networks = networks;
      this.logits = new float[networks * BATCH * CLASSES];
      Shape examples = stacked(BATCH, FEATURES);
      Shape classes = Shape.of((long) networks * BATCH);
      Operand<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(examples));
      Operand<TFloat32> y = tf.placeholder(TFloat32.class, Placeholder.shape(classes));
      Operand<TFloat32> output = x;
      int inputs = FEATURES;
      for (int count : units) {
        output = tf.nn.relu(dense(output, inputs, count));
        inputs = count;
      }
      output = dense(output, inputs, CLASSES);
      List<Operand<TFloat32>> gradients =
          Gradients.of(graph, output, lossGradient(output, y), variables);
      TrainStep step = Optimizer.of(new Adam(0.01)).minimise(tf, variables, gradients);
      Checkpoint.write(graph.session(), variables, values, step.initialise());
      this.run = graph.prepare(List.of(x, y), output, List.of(step.train()));
      this.features = Tensors.of(draws(Math.toIntExact(examples.size())), examples);
      float[] labels = new float[networks * BATCH];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = random.nextInt(CLASSES);
      }
      this.targets = Tensors.of(labels, classes);
    }

    /** Returns a shape that has one more dimension if there are several networks. */
    private Shape stacked(long rows, long columns) {
      Shape one = Shape.of(rows, columns);
      return networks == 1 ? one : one.prepend(networks);
    }

    private Operand<TFloat32> dense(Operand<TFloat32> input, int inputs, int units) {
      Operand<TFloat32> kernel = variable(stacked(inputs, units));
      if (networks == 1) {
        Operand<TFloat32> bias = variable(Shape.of(units));
        return tf.nn.biasAdd(tf.linalg.matMul(input, kernel), bias);
      }
      Operand<TFloat32> bias = variable(stacked(1, units));
      return tf.math.add(tf.train.batchMatMul(input, kernel, TFloat32.class), bias);
    }

    private Operand<TFloat32> variable(Shape shape) {
      Variable<TFloat32> variable = Variable.floats(tf, "variable", shape);
      variables.add(variable);
      values.add(draws(Math.toIntExact(shape.size())));
      return variable.value();
    }

    private float[] draws(int count) {
      float[] draws = new float[count];
      for (int i = 0; i < count; i++) {
        draws[i] = (float) random.nextGaussian() / 4;
      }
      return draws;
    }

    private Operand<TFloat32> lossGradient(Operand<TFloat32> output, Operand<TFloat32> y) {
      Operand<TFloat32> rows = tf.reshape(output, tf.constant(new int[] {-1, CLASSES}));
      SparseSoftmaxCrossEntropyWithLogits<TFloat32> loss =
          tf.nn.sparseSoftmaxCrossEntropyWithLogits(rows, tf.dtypes.cast(y, TInt32.class));
      return tf.reshape(
          tf.math.mul(loss.backprop(), tf.constant(1f / BATCH)),
          tf.constant(stacked(BATCH, CLASSES)));
    }

    void step() {
      run.run(List.of(features, targets), logits, 0);
    }

    @Override
    public void close() {
      features.close();
      targets.close();
      graph.close();
    }
  }
}
