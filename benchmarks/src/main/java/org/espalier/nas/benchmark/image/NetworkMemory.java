package org.espalier.nas.benchmark.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.trial.Outcome;

/**
 * A comparison of the estimated with the measured memory of training a network: {@code main
 * [NETWORK [BATCH]]}. Without arguments, it starts a process for each network, and prints a table.
 */
public final class NetworkMemory {
  private static final Pattern ESTIMATE = Pattern.compile("needs about (\\d+) MiB");
  private static final String BATCH = "128";
  private static final int STEPS = 2;
  private static final double VALIDATION = 0.005;

  private NetworkMemory() {}

  /** Runs the comparison. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 2) {
      measure(arguments[0], Integer.parseInt(arguments[1]));
      return;
    }
    System.out.printf("%-10s %5s %12s %12s %6s%n", "network", "batch", "estimate", "peak", "ratio");
    for (String name : NamedNetwork.names()) {
      List<String> command = new ArrayList<>();
      command.add(ProcessHandle.current().info().command().orElseThrow());
      command.addAll(List.of("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(NetworkMemory.class.getName(), name, BATCH));
      new ProcessBuilder(command).inheritIO().start().waitFor();
    }
  }

  private static void measure(String name, int batch) throws IOException {
    long estimate = estimate(name, batch);
    try (ImageTrials trials = ImageTrials.named(batch, VALIDATION, ", memoryLimitMiB: 100000")) {
      Evaluator evaluator = trials.evaluator();
      Outcome unused = trials.train(evaluator, NamedNetworkPlugin.architecture("SMALL"), 1, STEPS);
      double before = ProcessMemory.resident();
      ProcessMemory.forgetPeak();
      Outcome outcome = trials.train(evaluator, NamedNetworkPlugin.architecture(name), 2, STEPS);
      double peak = ProcessMemory.peak() - before;
      if (!(outcome instanceof Outcome.Completed)) {
        throw new IllegalStateException(outcome.toString());
      }
      System.out.printf(
          Locale.ROOT,
          "%-10s %5d %8d MiB %8.0f MiB %6.2f%n",
          name,
          batch,
          estimate,
          peak,
          estimate / peak);
    }
  }

  /** Returns the estimate, which the refusal of the network names. */
  private static long estimate(String name, int batch) throws IOException {
    try (ImageTrials trials = ImageTrials.named(batch, VALIDATION, ", memoryLimitMiB: 1")) {
      Outcome outcome =
          trials.train(trials.evaluator(), NamedNetworkPlugin.architecture(name), 1, STEPS);
      Matcher matcher = ESTIMATE.matcher(outcome.toString());
      if (!matcher.find()) {
        throw new IllegalStateException(outcome.toString());
      }
      return Long.parseLong(matcher.group(1));
    }
  }
}
