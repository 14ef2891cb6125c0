package org.espalier.nas.tf.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.tf.graph.Gradients;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.PreparedRun;
import org.espalier.nas.tf.graph.Sessions;
import org.espalier.nas.tf.graph.Variable;
import org.espalier.nas.tf.layer.Forward;
import org.espalier.nas.tf.layer.Mode;
import org.espalier.nas.tf.layer.Network;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.optimizer.Optimizer;
import org.espalier.nas.tf.optimizer.TrainStep;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * A measurement of the share of training steps that is not spent in TensorFlow's kernels: {@code
 * main FILE}, where the file has perceptrons, one in each line, as ledgers write them. Adam,
 * batches of 32 examples with 11 features, processor times of one thread in microseconds.
 *
 * <p>This share is the time of copying the batch, of a run with one operation that returns its
 * input, and of one more such operation for each operation of the step; constants and handles of
 * variables, which are not executed, do not count.
 */
final class StepOverhead {
  private static final int FEATURES = 11;
  private static final int CLASSES = 3;
  private static final int BATCH = 32;
  private static final int ROUNDS = 5;
  private static final int REPEATS = 30;
  private static final int RUNS = 40;
  private static final int CHAIN = 100;
  private static final Set<String> CONSTANT = Set.of("Const", "VarHandleOp");
  private static final Pattern LAYER =
      Pattern.compile("\\((\\d+), (\\w+)\\)|dropout\\(([\\d.]+)\\)");
  private static final TableDataset DATA =
      TableDataset.blobs(CLASSES, TensorShape.of(FEATURES), 40 * BATCH, BATCH);
  private static final TrainingSettings SETTINGS = SettingsOf.defaults().settings();

  private StepOverhead() {}

  /** Prints a line for each network, and the share of all of them together. */
  public static void main(String[] arguments) throws IOException {
    double steps = 0;
    double rests = 0;
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      NetworkSpec network = parsed(line);
      int operations = operations(network);
      double run = chain(1);
      double dispatch = (chain(1 + CHAIN) - run) / CHAIN;
      double step = step(network);
      double rest = copy() + run + operations * dispatch;
      steps += step;
      rests += rest;
      System.out.printf(
          Locale.ROOT,
          "step %6.1f, rest %4.1f (%2.0f %%): run %.2f, %d operations of %.3f each: %s%n",
          step,
          rest,
          100 * rest / step,
          run,
          operations,
          dispatch,
          line.strip());
    }
    System.out.printf(Locale.ROOT, "all: %.1f %%%n", 100 * rests / steps);
  }

  private static NetworkSpec parsed(String line) {
    List<LayerSpec> layers = new ArrayList<>();
    for (Matcher layer = LAYER.matcher(line); layer.find(); ) {
      layers.add(
          layer.group(3) == null
              ? new Dense(
                  Integer.parseInt(layer.group(1)),
                  Activation.valueOf(layer.group(2).toUpperCase(Locale.ROOT)))
              : new Dropout(Double.parseDouble(layer.group(3))));
    }
    return new NetworkSpec(TensorShape.of(FEATURES), layers);
  }

  private static double step(NetworkSpec network) {
    try (CandidateNetwork candidate =
            CandidateNetwork.build(
                StandardLayers.builders(),
                network,
                DATA.info().task(),
                SETTINGS,
                null,
                Construction.of(1, Map.of(), 0));
        Batches batches = Batches.inOrder(DATA.examples(Part.TRAINING), BATCH)) {
      return microseconds(
          batches.count(),
          () -> {
            Logits logits = new Logits(batches, CLASSES);
            for (int b = 0; b < batches.count(); b++) {
              candidate.train(batches.get(b), logits);
            }
          });
    }
  }

  private static double copy() {
    try (Batches batches = Batches.inOrder(DATA.examples(Part.TRAINING), BATCH)) {
      return microseconds(
          batches.count(),
          () -> {
            for (int b = 0; b < batches.count(); b++) {
              batches.get(b);
            }
          });
    }
  }

  /** Returns the time of a run of operations that each return the output of the one before. */
  private static double chain(int length) {
    try (GraphSession graph = fixedOrder();
        Batches batches = Batches.inOrder(DATA.examples(Part.TRAINING), BATCH)) {
      Ops tf = graph.tf();
      Operand<TFloat32> features = features(tf);
      Operand<TFloat32> targets = tf.placeholder(TFloat32.class);
      Operand<TFloat32> output = targets;
      for (int i = 0; i < length; i++) {
        output = tf.identity(output);
      }
      PreparedRun run = graph.prepare(List.of(features, targets), output, List.of());
      MiniBatch batch = batches.get(0);
      List<TFloat32> values = List.of(batch.features(), batch.targets());
      float[] into = new float[BATCH];
      return microseconds(
          RUNS,
          () -> {
            for (int i = 0; i < RUNS; i++) {
              run.run(values, into, 0);
            }
          });
    }
  }

  private static double microseconds(int times, Runnable work) {
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < REPEATS; i++) {
        work.run();
      }
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      rounds[round] = spent / 1e3 / REPEATS / times;
    }
    return Arrays.stream(rounds).min().orElseThrow();
  }

  private static GraphSession fixedOrder() {
    return GraphSession.build(Sessions.onProcessor().inFixedOrder(), Function.identity());
  }

  private static Operand<TFloat32> features(Ops tf) {
    return tf.placeholder(
        TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, FEATURES)));
  }

  /** Returns the number of operations that a step executes. */
  private static int operations(NetworkSpec spec) {
    try (GraphSession graph = fixedOrder()) {
      Ops tf = graph.tf();
      Operand<TFloat32> features = features(tf);
      TrainingLoss loss = new TrainingLoss(tf, DATA.info().task(), CLASSES, SETTINGS, null);
      Variable<TInt64> iteration = Variable.counter(tf, "iteration");
      Network network = Network.build(tf, StandardLayers.builders(), spec, 1, iteration);
      Forward forward = network.forward(tf, features, Mode.TRAINING);
      List<Operand<TFloat32>> gradients =
          Gradients.of(
              graph, TrainingLoss.logits(forward), loss.gradients(tf, forward), network.trained());
      TrainStep step =
          Optimizer.of(SETTINGS.optimizer()).minimise(tf, iteration, network.trained(), gradients);
      Map<String, NodeDef> nodes = new HashMap<>();
      graph.graph().toGraphDef().getNodeList().forEach(node -> nodes.put(node.getName(), node));
      Set<String> found = new HashSet<>(Set.of(step.train().op().name()));
      Deque<String> open = new ArrayDeque<>(found);
      while (!open.isEmpty()) {
        for (String input : nodes.get(open.pop()).getInputList()) {
          String name = input.replaceFirst("^\\^", "").replaceFirst(":\\d+$", "");
          if (found.add(name)) {
            open.push(name);
          }
        }
      }
      return (int)
          found.stream().filter(name -> !CONSTANT.contains(nodes.get(name).getOp())).count();
    }
  }
}
