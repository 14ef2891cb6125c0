package org.espalier.nas.tf.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.SharedWeights;

/**
 * A measurement of the time of many trials by phase, and of memory growth: {@code main trials
 * epochs workers none|bigram}. The data have the size of the white wines: 11 features, 3,918
 * examples to train on, 490 to validate with.
 */
public final class TrainingSpeed {
  private static final List<Integer> NODES = List.of(8, 16, 32, 64, 128, 256, 512);
  private static final List<Activation> ACTIVATIONS =
      List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.ELU);
  private static final int TRAINING = 3918;

  private final int epochs;
  private final FixedNetworks space;
  private final TableDataset data = TableDataset.blobs(3, TensorShape.of(11), TRAINING, 490);
  private final TrainingSettings settings;
  private final SharedWeights shared;
  private final TrialCheckpoints checkpoints;
  private final Map<Phase, Duration> times = new EnumMap<>(Phase.class);
  private final AtomicInteger next = new AtomicInteger(1);
  private final int trials;

  private TrainingSpeed(int trials, int epochs, boolean sharing, Path run) {
    this.trials = trials;
    this.epochs = epochs;
    RandomGenerator random = new SplittableRandom(1);
    List<NetworkSpec> networks = new ArrayList<>();
    for (int i = 0; i < trials; i++) {
      networks.add(network(random));
    }
    this.space = new FixedNetworks(networks);
    SettingsOf chosen = SettingsOf.defaults();
    this.settings = (sharing ? chosen.sharing() : chosen).settings();
    this.shared = new SharedWeights(new FolderArtifacts(run));
    this.checkpoints = new TrialCheckpoints(new FolderArtifacts(run));
  }

  private static NetworkSpec network(RandomGenerator random) {
    List<LayerSpec> layers = new ArrayList<>();
    int hidden = 1 + random.nextInt(2);
    for (int i = 0; i < hidden; i++) {
      layers.add(
          i > 0 && random.nextInt(29) == 0
              ? new Dropout(0.2)
              : new Dense(
                  NODES.get(random.nextInt(NODES.size())),
                  ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()))));
    }
    layers.add(new Dense(3, Activation.SOFTMAX));
    return new NetworkSpec(TensorShape.of(11), layers);
  }

  private void work() {
    try (TrainingEvaluator evaluator =
        new TrainingEvaluator(
            settings,
            space,
            data,
            new RandomStreams(1),
            shared,
            checkpoints,
            StandardLayers.implementations())) {
      for (int k = next.getAndIncrement(); k <= trials; k = next.getAndIncrement()) {
        Trial trial =
            new Trial(k, Proposal.of(space.architecture(k - 1), Fidelity.epochs(epochs)), k, k - 1);
        Outcome outcome = evaluator.evaluate(trial, Progress.unwatched());
        finish(new TrialResult(trial, outcome, 0.0));
      }
    }
  }

  private synchronized void finish(TrialResult result) {
    int number = result.trial().number();
    result
        .outcome()
        .account()
        .times()
        .forEach((phase, time) -> times.merge(phase, time, Duration::plus));
    shared.told(result, Math.max(0, number - 8));
    if (number % 100 == 0) {
      System.out.printf(Locale.ROOT, "%d trials: resident %d MiB%n", number, resident());
    }
  }

  private static long resident() {
    System.gc();
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .sum();
    } catch (IOException e) {
      return -1;
    }
  }

  private void run(int workers) throws InterruptedException {
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      Thread thread = new Thread(this::work);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double wall = (System.nanoTime() - start) / 1e9;
    double steps = seconds(Phase.TRAIN) + seconds(Phase.VALIDATE);
    System.out.printf(
        Locale.ROOT,
        "%d trials of %d epochs, %d workers: %.1f s; %.2f times its own train and validation steps"
            + " (%.1f s); build %.1f s, train %.1f s, validate %.1f s, other %.1f s; %.0f µs a"
            + " step%n",
        trials,
        epochs,
        workers,
        wall,
        wall * workers / steps,
        steps / workers,
        seconds(Phase.BUILD),
        seconds(Phase.TRAIN),
        seconds(Phase.VALIDATE),
        seconds(Phase.OTHER),
        seconds(Phase.TRAIN) * 1e6 / (trials * epochs * Math.ceil(TRAINING / 32.0)));
  }

  private double seconds(Phase phase) {
    return times.getOrDefault(phase, Duration.ZERO).toNanos() / 1e9;
  }

  /** Runs the measurement. */
  public static void main(String[] arguments) throws Exception {
    Path run = Files.createTempDirectory("speed");
    new TrainingSpeed(20, 2, false, run).run(1);
    new TrainingSpeed(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            arguments[3].equals("bigram"),
            run)
        .run(Integer.parseInt(arguments[2]));
  }
}
