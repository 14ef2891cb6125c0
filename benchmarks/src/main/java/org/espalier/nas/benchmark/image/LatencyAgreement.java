package org.espalier.nas.benchmark.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.inference.RankCorrelation;
import org.espalier.nas.api.objective.ObjectiveValue;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.benchmark.InstalledPlugins;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.tf.latency.LatencyObjective;
import org.espalier.nas.tf.latency.LatencySettings;

/**
 * The agreement of latencies measured in several processes, one after the other: {@code main
 * [PROCESSES [NETWORKS [SPACE]]]}, 2 processes and 10 networks of {@code nasnet-cell} by default; a
 * space is given in YAML. Each process measures the same random networks over 28×28 images, at
 * batch 1, and prints a line for each; the last lines are Kendall's τ between the processes. It
 * needs no data.
 */
public final class LatencyAgreement {
  private static final String MEASURE = "measure";
  private static final Outcome COMPLETED =
      new Outcome.Completed(List.of(new Measurement(1, Map.of())), new Account(Map.of(), Map.of()));
  private static final String EXPERIMENT =
      """
      name: latencies
      seed: 1
      dataset: {type: digit-images, samples: 100, size: 28}
      searchSpace: %s
      controller: {type: random}
      evaluator: {type: training, epochs: 1}
      """;
  private static final String CELLS = "{type: nasnet-cell, repeats: 1, filters: 16}";

  private LatencyAgreement() {}

  /** Measures in this process, or starts the processes that do. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 2 && arguments[0].equals(MEASURE)) {
      measure(Integer.parseInt(arguments[1]), arguments[2]);
      return;
    }
    int processes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
    int networks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    String space = arguments.length > 2 ? arguments[2] : CELLS;
    List<double[]> measured = new ArrayList<>();
    for (int process = 0; process < processes; process++) {
      measured.add(inProcess(networks, space));
    }
    for (int second = 1; second < processes; second++) {
      for (int first = 0; first < second; first++) {
        System.out.printf(
            Locale.ROOT,
            "processes %d and %d: Kendall's tau %.2f%n",
            first + 1,
            second + 1,
            RankCorrelation.kendall(measured.get(first), measured.get(second)));
      }
    }
  }

  /** Returns the latencies that another process measures, and prints its lines. */
  private static double[] inProcess(int networks, String space)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LatencyAgreement.class.getName(),
                MEASURE,
                Integer.toString(networks),
                space)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Double> latencies = new ArrayList<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(line);
        latencies.add(Double.valueOf(line.strip().split(" +", -1)[1]));
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("A process ended with code " + process.exitValue() + ".");
    }
    return latencies.stream().mapToDouble(latency -> latency).toArray();
  }

  private static void measure(int networks, String space) throws Exception {
    Catalogue catalogue = InstalledPlugins.with();
    RunFolder folder = new RunFolder(Files.createTempDirectory("latencies"));
    try (ExperimentGraph graph =
        ExperimentGraph.of(
            new ExperimentReader(catalogue)
                .readStored(Path.of("latencies.yaml"), EXPERIMENT.formatted(space)),
            catalogue,
            folder)) {
      measure((NetworkSearchSpace) graph.searchSpace(), catalogue, folder, networks);
    }
  }

  private static void measure(
      NetworkSearchSpace space, Catalogue catalogue, RunFolder folder, int networks)
      throws Exception {
    RandomStreams streams = new RandomStreams(16);
    LatencyObjective latency =
        new LatencyObjective(
            LatencySettings.measured(), space, catalogue.layers(), folder, Optional.empty());
    for (int number = 1; number <= networks; number++) {
      Architecture sampled = space.sample(streams.stream("latency", number));
      Trial trial = new Trial(number, Proposal.of(sampled, Fidelity.epochs(1)), number, 0);
      long begin = System.nanoTime();
      ObjectiveValue value = latency.value(trial, COMPLETED);
      System.out.printf(
          Locale.ROOT,
          "%2d %.4f ms, ratio %.4f, spread %.4f, measured %.0f times in %.1f s, %d parameters%n",
          number,
          value.value(),
          value.facts().getOrDefault("latency.ratio", Double.NaN),
          value.facts().getOrDefault("latency.spread", Double.NaN),
          value.facts().getOrDefault("latency.measurements", Double.NaN),
          (System.nanoTime() - begin) / 1e9,
          space.lower(sampled).parameters());
    }
  }
}
