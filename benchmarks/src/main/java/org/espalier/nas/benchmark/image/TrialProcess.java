package org.espalier.nas.benchmark.image;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Outcome;

/**
 * A process that trains when {@code bench/suite/convolution.py} asks for it, so that measurements
 * of two programs can alternate. It first prints the descriptions of the networks: {@code mnist},
 * and random ones of {@code chain-cnn}, {@code nasnet-cell} and {@code nasbench-201}.
 *
 * <p>The request {@code FAMILY NETWORKS WORKERS STEPS VALIDATED} trains the first networks of a
 * family, each in a trial of its own with that many steps, and validates each on that many images.
 * The answer is a line with the seconds and the processor seconds taken.
 */
public final class TrialProcess {
  private static final int BATCH = 100;
  private static final double IMAGES = 60_000;
  private static final Map<String, String> SPACES =
      new TreeMap<>(
          Map.of(
              "mnist",
              "{type: " + NamedNetworkPlugin.TYPE + "}",
              "chain",
              ImageTrials.CHAINS,
              "nasnet",
              "{type: nasnet-cell, repeats: 1, filters: 16}",
              "nasbench201",
              "{type: nasbench-201, repeats: 1}"));
  private static final Map<String, Integer> SAMPLED =
      Map.of("mnist", 1, "chain", 6, "nasnet", 2, "nasbench201", 2);

  private final Map<String, List<Architecture>> networks = new TreeMap<>();
  private final Map<String, ImageTrials> trials = new TreeMap<>();

  private TrialProcess() {}

  /** Answers requests until the input ends. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    TrialProcess process = new TrialProcess();
    process.describe();
    System.out.println("ready");
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String[] words = line.strip().split(" ");
      ImageTrials trials = process.trials(words[0], number(words[4]));
      List<Architecture> chosen = process.networks.get(words[0]).subList(0, number(words[1]));
      long start = System.nanoTime();
      long processor = processorTime();
      train(trials, chosen, number(words[2]), number(words[3]));
      System.out.printf(
          Locale.ROOT,
          "%.4f %.4f%n",
          (System.nanoTime() - start) / 1e9,
          (processorTime() - processor) / 1e9);
    }
  }

  private void describe() throws IOException {
    for (String family : SPACES.keySet()) {
      ImageTrials of = trials(family, BATCH);
      RandomStreams streams = new RandomStreams(6);
      for (int i = 0; i < SAMPLED.get(family); i++) {
        Architecture architecture =
            family.equals("mnist")
                ? NamedNetworkPlugin.architecture("MNIST")
                : of.space().sampleUniformly(streams.stream("sample", i));
        networks.computeIfAbsent(family, unused -> new ArrayList<>()).add(architecture);
        System.out.println(NetworkText.of(family, of.space().lower(architecture).expanded()));
      }
    }
  }

  /** Returns the trials of a family with that many images to validate with. */
  private ImageTrials trials(String family, int validated) throws IOException {
    String key = family + " " + validated;
    ImageTrials known = trials.get(key);
    if (known == null) {
      known = new ImageTrials(SPACES.get(family), BATCH, validated / IMAGES, "");
      trials.put(key, known);
    }
    return known;
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private static void train(ImageTrials trials, List<Architecture> chosen, int workers, int steps)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      Evaluator own = trials.evaluator();
      threads.add(
          new Thread(
              () -> {
                for (int i = next.getAndIncrement();
                    i < chosen.size();
                    i = next.getAndIncrement()) {
                  check(trials.train(own, chosen.get(i), i + 1, steps));
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void check(Outcome outcome) {
    if (!(outcome instanceof Outcome.Completed)) {
      throw new IllegalStateException(outcome.toString());
    }
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
