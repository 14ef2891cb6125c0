package org.espalier.nas.tf.training;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.layer.StandardLayers;
import org.tensorflow.Operand;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A measurement of the parts of a training step of perceptrons: copying the batch, a session's run
 * that only returns its input, and the whole step. Times are processor times of the thread in
 * microseconds, the least of five means.
 */
final class StepSpeed {
  private static final int FEATURES = 11;
  private static final int CLASSES = 3;
  private static final int BATCH = 32;
  private static final int ROUNDS = 5;
  private static final int STEPS = 2000;
  private static final TableDataset DATA =
      TableDataset.blobs(CLASSES, TensorShape.of(FEATURES), 40 * BATCH, BATCH);

  private StepSpeed() {}

  /** Prints a line for each network. */
  public static void main(String[] arguments) {
    for (List<Integer> units :
        List.of(List.of(8, 16), List.of(64, 32), List.of(128, 64, 32), List.of(512, 512))) {
      measure(units);
    }
  }

  private static void measure(List<Integer> units) {
    List<LayerSpec> layers = new ArrayList<>();
    units.forEach(count -> layers.add(new Dense(count, Activation.RELU)));
    layers.add(new Dense(CLASSES, Activation.SOFTMAX));
    try (CandidateNetwork candidate =
            CandidateNetwork.build(
                StandardLayers.builders(),
                new NetworkSpec(TensorShape.of(FEATURES), layers),
                DATA.info().task(),
                SettingsOf.defaults().settings(),
                null,
                Construction.of(1, Map.of(), 0));
        Batches batches = Batches.inOrder(DATA.examples(Part.TRAINING), BATCH)) {
      int[] next = {0};
      Logits[] logits = {new Logits(batches, CLASSES)};
      double step =
          microseconds(
              () -> {
                if (next[0] == batches.count()) {
                  next[0] = 0;
                  logits[0] = new Logits(batches, CLASSES);
                }
                if (!candidate.train(batches.get(next[0]++), logits[0])) {
                  throw new IllegalStateException("The training diverged.");
                }
              });
      double copy = microseconds(() -> batches.get(0));
      System.out.printf(
          Locale.ROOT,
          "%-14s step %6.1f, of which copying the batch %4.1f and an empty run %4.1f%n",
          units,
          step,
          copy,
          emptyRun(batches.get(0)));
    }
  }

  private static double emptyRun(MiniBatch batch) {
    try (GraphSession session = new GraphSession()) {
      Operand<TFloat32> input =
          session.tf().placeholder(TFloat32.class, Placeholder.shape(batch.features().shape()));
      Operand<TFloat32> output = session.tf().identity(input);
      return microseconds(
          () -> session.runner().feed(input, batch.features()).fetch(output).run().close());
    }
  }

  private static double microseconds(Runnable work) {
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < STEPS; i++) {
        work.run();
      }
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      rounds[round] = spent / 1e3 / STEPS;
    }
    return Arrays.stream(rounds).min().orElseThrow();
  }
}
