package org.espalier.nas.benchmark.training;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.benchmark.InstalledPlugins;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * The processor time of each epoch of a training: {@code main NETWORK OPTIMIZER EPOCHS} prints the
 * nanoseconds that the training's thread spends, its validation included, and a hash of all
 * measurements. {@link DenormalTimes} compares such processes.
 */
final class EpochTimes {
  private static final Map<String, String> NETWORKS =
      Map.of(
          "mlp",
          """
          dataset:
            type: catalogue
            name: wine-quality-white
            label: quality
            bins: {low: "..5", medium: "6..7", high: "8.."}
            prepare: {scaling: standardize, duplicates: together, split: {validation: 0.1, test: 0.1}}
          searchSpace: {type: mlp, nodes: [512], activations: [relu], dropout: [], minLength: 3, maxLength: 3}
          """,
          "convolution",
          """
          dataset: {type: digit-images, samples: 1500, size: 16, prepare: {split: {validation: 0.2, test: 0.2}}}
          searchSpace:
            type: chain-cnn
            minLayers: 2
            maxLayers: 2
            kernel: {type: categorical, options: ["3"]}
            filters: {type: categorical, options: ["16", "32"]}
            pool: {type: categorical, options: ["2"]}
            dropout: {type: categorical, options: ["0.0"]}
          """);

  private EpochTimes() {}

  /** Runs the measurement. */
  public static void main(String[] arguments) throws Exception {
    String yaml =
        """
        name: epochs
        seed: 1
        %scontroller: {type: random}
        evaluator: {type: training, epochs: %s, batch: 32, optimizer: %s}
        reward: {type: metric, metric: validation.accuracy}
        """
            .formatted(NETWORKS.get(arguments[0]), arguments[2], arguments[1]);
    List<Long> times = new ArrayList<>();
    List<Measurement> measurements = new ArrayList<>();
    train(
        yaml,
        Integer.parseInt(arguments[2]),
        measurement -> {
          times.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
          measurements.add(measurement);
        });
    for (int epoch = 1; epoch < times.size(); epoch++) {
      System.out.println(times.get(epoch) - times.get(epoch - 1));
    }
    System.out.println(
        measurements.stream().map(m -> new TreeMap<>(m.metrics())).toList().hashCode());
  }

  private static void train(String yaml, int epochs, Consumer<Measurement> epochEnd)
      throws Exception {
    Catalogue catalogue = InstalledPlugins.with();
    Path folder = Files.createTempDirectory("epochs");
    try (ExperimentGraph graph =
        ExperimentGraph.of(
            new ExperimentReader(catalogue).readStored(Path.of("epochs.yaml"), yaml),
            catalogue,
            new RunFolder(folder))) {
      Proposal proposal =
          Proposal.of(
              graph.searchSpace().sampleUniformly(new RandomStreams(1).stream("sample", 1)),
              new Fidelity(epochs, 1));
      graph
          .evaluator()
          .evaluate(
              new Trial(1, proposal, 1, 0),
              measurement -> {
                epochEnd.accept(measurement);
                return Directive.CONTINUE;
              });
    }
  }
}
