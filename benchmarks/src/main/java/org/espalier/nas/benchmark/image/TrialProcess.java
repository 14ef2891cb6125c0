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
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Outcome;

/**
 * A process that trains when {@code bench/images/speed.py} asks for it, so that measurements of two
 * programs can alternate. It first prints the descriptions of the networks. The request {@code
 * STEPS} trains the MNIST network in one trial; {@code WORKERS STEPS} trains each chain network in
 * a trial of its own. The answer is a line with the seconds and the processor seconds taken.
 */
public final class TrialProcess {
  private static final int BATCH = 100;
  private static final int CHAINS = 6;
  private static final double VALIDATION = 1.0 / 60;

  private final ImageTrials named = ImageTrials.named(BATCH, VALIDATION, "");
  private final ImageTrials chains = new ImageTrials(ImageTrials.CHAINS, BATCH, VALIDATION, "");
  private final List<Architecture> sampled = new ArrayList<>();
  private final Architecture mnist = NamedNetworkPlugin.architecture("MNIST");
  private final Evaluator evaluator = named.evaluator();

  private TrialProcess() throws IOException {
    RandomStreams streams = new RandomStreams(6);
    for (int i = 0; i < CHAINS; i++) {
      sampled.add(chains.space().sampleUniformly(streams.stream("sample", i)));
    }
  }

  /** Answers requests until the input ends. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    TrialProcess process = new TrialProcess();
    System.out.println(NetworkText.of("MNIST", process.named.space().lower(process.mnist)));
    for (Architecture architecture : process.sampled) {
      System.out.println(NetworkText.of("chain", process.chains.space().lower(architecture)));
    }
    System.out.println("ready");
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String[] words = line.strip().split(" ");
      long start = System.nanoTime();
      long processor = processorTime();
      if (words.length == 1) {
        check(process.named.train(process.evaluator, process.mnist, 1, number(words[0])));
      } else {
        process.trainChains(number(words[0]), number(words[1]));
      }
      System.out.printf(
          Locale.ROOT,
          "%.4f %.4f%n",
          (System.nanoTime() - start) / 1e9,
          (processorTime() - processor) / 1e9);
    }
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private void trainChains(int workers, int steps) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      Evaluator own = chains.evaluator();
      threads.add(
          new Thread(
              () -> {
                for (int i = next.getAndIncrement(); i < CHAINS; i = next.getAndIncrement()) {
                  check(chains.train(own, sampled.get(i), i + 1, steps));
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
