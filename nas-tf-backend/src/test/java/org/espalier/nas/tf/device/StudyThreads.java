package org.espalier.nas.tf.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.network.Window;
import org.espalier.nas.tf.export.SavedModelExporter;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.training.FinalTraining;
import org.espalier.nas.tf.training.FixedNetworks;
import org.espalier.nas.tf.training.SettingsOf;
import org.espalier.nas.tf.training.TableDataset;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A program that uses TensorFlow as a search, {@code train --export} and {@code doctor} do, and
 * prints the number of threads that compute a large product afterwards: {@code main FOLDER}.
 */
final class StudyThreads {
  private static final Path TASKS = Path.of("/proc/self/task");
  private static final TensorShape IMAGE = TensorShape.of(4, 4, 1);
  private static final int ROWS = 1500;
  private static final int PRODUCTS = 8;

  private StudyThreads() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws IOException {
    trainAndExport(Path.of(arguments[0]));
    if (Devices.find().devices().isEmpty()) {
      throw new IllegalStateException("no devices");
    }
    Map<String, Long> before = processorTimes();
    multiply();
    Map<String, Long> spent = processorTimes();
    spent.replaceAll((thread, time) -> time - before.getOrDefault(thread, 0L));
    long most = Collections.max(spent.values());
    System.out.println(spent.values().stream().filter(time -> time > most / 5).count());
  }

  private static void multiply() {
    try (GraphSession session = new GraphSession()) {
      Ops tf = session.tf();
      Operand<TFloat32> product = tf.fill(tf.array(ROWS, ROWS), tf.constant(1f));
      for (int i = 0; i < PRODUCTS; i++) {
        product = tf.linalg.matMul(product, product);
      }
      session.runner().addTarget(product).run().close();
    }
  }

  private static void trainAndExport(Path folder) {
    FixedNetworks space =
        new FixedNetworks(
            List.of(
                new NetworkSpec(
                    IMAGE,
                    List.of(
                        Conv2d.of(2, Window.of(3, 1)),
                        BatchNorm.standard(),
                        new Flatten(),
                        new Dense(2, Activation.SOFTMAX)))));
    FinalTraining training =
        new FinalTraining(
            SettingsOf.defaults().settings(),
            space,
            TableDataset.blobs(2, IMAGE, 32, 8),
            StandardLayers.implementations());
    new SavedModelExporter(StandardLayers.builders())
        .export(training.train(space.architecture(0), 1, 1, Progress.unwatched()), folder);
  }

  /** Returns the processor time of each thread that is not one of Java's own, in ticks. */
  private static Map<String, Long> processorTimes() throws IOException {
    String name = Files.readString(Path.of("/proc/self/comm"));
    try (Stream<Path> tasks = Files.list(TASKS)) {
      return tasks
          .filter(task -> read(task, "comm").equals(name))
          .collect(Collectors.toMap(Path::toString, task -> ticks(read(task, "stat"))));
    }
  }

  private static long ticks(String stat) {
    if (stat.isEmpty()) {
      return 0;
    }
    String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(values[11]) + Long.parseLong(values[12]);
  }

  /** Returns the text of a file of a thread, or nothing if the thread has ended. */
  private static String read(Path task, String file) {
    try {
      return Files.readString(task.resolve(file));
    } catch (IOException ended) {
      return "";
    }
  }
}
