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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
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
  private static final int FEW_IMAGES = 100;

  private final List<TrialFamily> families;

  private TrialProcess() throws IOException {
    this.families =
        List.of(
            TrialFamily.mnist(),
            TrialFamily.sampled("chain", ImageTrials.CHAINS, 6),
            TrialFamily.sampled("nasnet", "{type: nasnet-cell, repeats: 1, filters: 16}", 2),
            TrialFamily.sampled("nasbench201", "{type: nasbench-201, repeats: 1}", 2));
  }

  /** Answers requests until the input ends. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    TrialProcess process = new TrialProcess();
    process.describe();
    System.out.println("ready");
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String[] words = line.strip().split(" ");
      TrialFamily family = process.family(words[0]);
      ImageTrials trials = family.validatedOn(number(words[4]));
      List<Architecture> chosen = family.networks().subList(0, number(words[1]));
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
    for (TrialFamily family : families) {
      NetworkSearchSpace space = family.validatedOn(FEW_IMAGES).space();
      for (Architecture network : family.networks()) {
        System.out.println(NetworkText.of(family.name(), space.lower(network).expanded()));
      }
    }
  }

  private TrialFamily family(String name) {
    return families.stream()
        .filter(family -> family.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("family (" + name + ") is unknown."));
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private static void train(ImageTrials trials, List<Architecture> chosen, int workers, int steps)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        Evaluator own = trials.evaluator();
        ends.add(pool.submit(() -> trainNext(trials, own, chosen, next, steps)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private static void trainNext(
      ImageTrials trials,
      Evaluator evaluator,
      List<Architecture> chosen,
      AtomicInteger next,
      int steps) {
    for (int i = next.getAndIncrement(); i < chosen.size(); i = next.getAndIncrement()) {
      check(trials.train(evaluator, chosen.get(i), i + 1, steps));
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
