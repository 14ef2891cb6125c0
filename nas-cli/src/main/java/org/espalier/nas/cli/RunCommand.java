package org.espalier.nas.cli;

import java.util.concurrent.Callable;
import org.espalier.nas.experiment.file.LocatedExperiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas run}. */
@Command(
    name = "run",
    description = "Runs the search that an experiment file describes.",
    footer = {
      "%nExamples:",
      "  nas run experiments/quickstart.yaml",
      "  nas run my.yaml --workers 4 --set controller.batch=20 --set budget.trials=500",
      "  nas run my.yaml --json > summary.json",
    })
final class RunCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    LocatedExperiment experiment = options.read(nas.catalogue());
    return new SearchSession(nas, json).begin(experiment);
  }
}
