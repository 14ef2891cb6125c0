package org.espalier.nas.tf.training;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.training.Sgd;
import org.espalier.nas.tf.graph.Tensors;
import org.espalier.nas.tf.layer.StandardLayers;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * A measurement of a stack of NASNet-A cells beside the same network written in plain
 * TensorFlow-Java: {@code main [rounds [repeats [filters]]]}. Times are processor times of the
 * thread, in which a session runs all its operations, so that other programs hardly change them.
 */
final class CellSpeed {
  private static final TensorShape IMAGE = TensorShape.of(32, 32, 3);
  private static final int CLASSES = 10;
  private static final int BATCH = 32;
  private static final int STEPS = 10;

  private final NetworkSpec network;
  private final TableDataset data = ImageDataset.of(IMAGE, CLASSES, BATCH, BATCH);
  private final TrainingSettings settings =
      SettingsOf.defaults().optimizer(new Sgd(0.01, Schedule.constant(), 0.9, false, 0)).settings();

  private CellSpeed(int repeats, int filters) {
    this.network = CellStack.of(IMAGE, CLASSES, repeats, filters).expanded();
  }

  /** Processor times in milliseconds: of building, of the first step, of one of further steps. */
  private record Times(double build, double first, double step) {}

  private static double milliseconds(Runnable work) {
    LongSupplier clock = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    long start = clock.getAsLong();
    work.run();
    return (clock.getAsLong() - start) / 1e6;
  }

  private Times ours() {
    Examples examples = data.examples(Part.TRAINING);
    List<CandidateNetwork> built = new ArrayList<>();
    double build =
        milliseconds(
            () ->
                built.add(
                    CandidateNetwork.build(
                        StandardLayers.builders(),
                        network,
                        data.info().task(),
                        settings,
                        null,
                        Construction.of(1, Map.of(), 0))));
    try (CandidateNetwork candidate = built.get(0);
        Batches batches = Batches.inOrder(examples, BATCH)) {
      Runnable step =
          () -> {
            if (!candidate.train(batches.get(0), new Logits(batches, CLASSES))) {
              throw new IllegalStateException("The training diverged.");
            }
          };
      return new Times(build, milliseconds(step), steps(step));
    }
  }

  private Times plain() {
    List<PlainNetwork> built = new ArrayList<>();
    double build = milliseconds(() -> built.add(new PlainNetwork(network)));
    float[] pixels = new float[BATCH * IMAGE.size()];
    float[] classes = new float[BATCH * CLASSES];
    for (int i = 0; i < BATCH; i++) {
      data.examples(Part.TRAINING).read(i, pixels, i * IMAGE.size());
      classes[i * CLASSES + i % CLASSES] = 1;
    }
    try (PlainNetwork plain = built.get(0);
        TFloat32 images = Tensors.of(pixels, Shape.of(BATCH, 32, 32, 3));
        TFloat32 wanted = Tensors.of(classes, Shape.of(BATCH, CLASSES))) {
      Runnable step = () -> plain.train(images, wanted);
      return new Times(build, milliseconds(step), steps(step));
    }
  }

  private static double steps(Runnable step) {
    double[] times = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      times[i] = milliseconds(step);
    }
    Arrays.sort(times);
    return times[STEPS / 2];
  }

  private static void print(String name, Times times) {
    System.out.printf(
        Locale.ROOT,
        "%-6s build %6.0f ms, first step %6.0f ms, step %7.1f ms%n",
        name,
        times.build(),
        times.first(),
        times.step());
  }

  /** Runs the measurement. */
  public static void main(String[] arguments) {
    List<Integer> numbers = new ArrayList<>(List.of(4, 2, 16));
    for (int i = 0; i < arguments.length; i++) {
      numbers.set(i, Integer.parseInt(arguments[i]));
    }
    CellSpeed speed = new CellSpeed(numbers.get(1), numbers.get(2));
    System.out.printf(
        Locale.ROOT,
        "%d nodes, %d parameters%n",
        speed.network.nodes().size(),
        speed.network.parameters());
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < numbers.get(0); round++) {
      Times plain = speed.plain();
      Times ours = speed.ours();
      print("plain", plain);
      print("ours", ours);
      ratios.add(ours.step() / plain.step());
    }
    System.out.println("steps, ours / plain: " + ratios);
  }
}
