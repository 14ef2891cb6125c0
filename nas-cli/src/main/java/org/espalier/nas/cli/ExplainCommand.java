package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.explain.ComparisonExplanation;
import org.espalier.nas.cli.explain.Explanation;
import org.espalier.nas.experiment.comparison.ComparisonPlan;
import org.espalier.nas.experiment.file.Located;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.text.Json;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.experiment.wiring.LayerValidation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas explain}. */
@Command(
    name = "explain",
    description = {
      "Shows the plan of a search without training or fetching anything: its decisions and,"
          + " if the controller plans ahead, its brackets and rungs with trials and epochs.",
      "For a comparison: its arms and problems, the number of searches, and the tests.",
    },
    footer = {
      "%nExamples:",
      "  nas explain experiments/quickstart.yaml",
      "  nas explain my.yaml --set controller.factor=4",
      "  nas explain experiments/ablation-controllers.yaml",
    })
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final EitherOptions options = new EitherOptions();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Located located = options.read(nas.catalogue());
    if (located instanceof LocatedComparison comparison) {
      LayerValidation layers = new LayerValidation(nas.catalogue());
      comparison.forEach(variant -> layers.require(variant.located()));
      ComparisonExplanation explanation =
          new ComparisonExplanation(ComparisonPlan.of(comparison, nas.catalogue(), refusing()));
      tell(explanation.tree(), explanation.text(Terminals.outWidth()));
    } else if (located instanceof LocatedExperiment experiment) {
      explain(experiment);
    }
    return ExitCode.DONE;
  }

  private void explain(LocatedExperiment located) {
    RunFolder nowhere = new RunFolder(Path.of(""));
    try (ExperimentGraph graph =
        ExperimentGraph.of(located, nas.catalogue(), nowhere, refusing())) {
      new LayerValidation(nas.catalogue()).require(located, graph);
      Explanation explanation = Explanation.of(located.experiment(), graph);
      tell(explanation.tree(), explanation.toString());
    }
  }

  private void tell(Map<String, Object> tree, String text) {
    nas.out().print(json ? Json.of(tree) + "\n" : text);
    nas.out().flush();
  }

  /** Refuses to fetch missing data. */
  private static DownloadListener refusing() {
    return (download, received) -> {
      throw new InvalidDataException(
          "The data set is not on this machine, and explain does not fetch it; run nas data"
              + " fetch.");
    };
  }
}
