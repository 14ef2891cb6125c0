package org.espalier.nas.benchmark.training;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.training.Adadelta;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Adamax;
import org.espalier.nas.api.training.Adamw;
import org.espalier.nas.api.training.Nadam;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Rmsprop;
import org.espalier.nas.tf.graph.Checkpoint;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.optimizer.Optimizer;
import org.espalier.nas.tf.optimizer.TrainStep;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * The processor time of an update of 512 × 512 weights whose gradient is zero, by the size of the
 * moments: normal and denormal. Run it with {@code NAS_FLUSH_DENORMALS} 0 and 1.
 */
public final class OptimizerUpdates {
  private static final int SIDE = 512;
  private static final int UPDATES = 30;
  private static final List<Float> MOMENTS = List.of(1e-8f, 1e-40f);
  private static final List<OptimizerSettings> OPTIMIZERS =
      List.of(
          new Adam(0.001),
          new Adamw(0.001),
          new Nadam(0.001),
          new Adamax(0.001),
          new Rmsprop(0.001),
          new Adadelta(1));

  private OptimizerUpdates() {}

  /** Prints the median of {@value #UPDATES} updates for each optimizer and size, in µs. */
  public static void main(String[] arguments) {
    for (OptimizerSettings optimizer : OPTIMIZERS) {
      for (float moment : MOMENTS) {
        System.out.printf(
            Locale.ROOT,
            "%-10s moments of %s: %4.0f µs%n",
            optimizer.getClass().getSimpleName(),
            moment,
            median(optimizer, moment));
      }
    }
  }

  private static double median(OptimizerSettings optimizer, float moment) {
    try (GraphSession graph = new GraphSession()) {
      Variable<TFloat32> weights = Variable.floats(graph.tf(), "weights", Shape.of(SIDE, SIDE));
      Operand<TFloat32> gradient =
          graph.tf().fill(graph.tf().array(SIDE, SIDE), graph.tf().constant(0f));
      TrainStep step =
          Optimizer.of(optimizer).minimise(graph.tf(), List.of(weights), List.of(gradient));
      Checkpoint.write(graph.session(), List.of(weights), List.of(filled(0.1f)), step.initialise());
      List<Variable<TFloat32>> slots = slots(step);
      List<float[]> moments = slots.stream().map(slot -> filled(moment)).toList();
      double[] times = new double[UPDATES];
      for (int i = 0; i < UPDATES; i++) {
        Checkpoint.write(graph.session(), slots, moments);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        graph.run(List.of(step.train()));
        times[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e3;
      }
      Arrays.sort(times);
      return times[UPDATES / 2];
    }
  }

  @SuppressWarnings("unchecked") // The type is compared.
  private static List<Variable<TFloat32>> slots(TrainStep step) {
    List<Variable<TFloat32>> slots = new ArrayList<>();
    for (Variable<?> variable : step.state()) {
      if (variable.type() == TFloat32.class && variable.size() == SIDE * SIDE) {
        slots.add((Variable<TFloat32>) variable);
      }
    }
    return slots;
  }

  private static float[] filled(float value) {
    float[] values = new float[SIDE * SIDE];
    Arrays.fill(values, value);
    return values;
  }
}
