package org.espalier.nas.cli;

import java.util.concurrent.Callable;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Store;
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
      "  nas run experiments/quickstart.yaml --dashboard",
      "  nas run my.yaml --workers 4 --set controller.batch=20 --set budget.trials=500",
      "  nas run my.yaml --spark spark://host:7077",
      "  nas run my.yaml --json > summary.json",
    })
final class RunCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final ExperimentOptions options = new ExperimentOptions();

  @Mixin private final StoreOption store = new StoreOption();

  @Mixin private final ArtifactsOption artifacts = new ArtifactsOption();

  @Mixin private final SparkOption spark = new SparkOption();

  @Mixin private final SteeringOption steering = new SteeringOption();

  @Mixin private final DashboardOption dashboard = new DashboardOption();

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    LocatedExperiment located = options.read(nas, store, artifacts, spark);
    requireModules(located.experiment());
    return new SearchSession(nas, json, dashboard)
        .begin(located, steering.commands(nas, located.experiment().output().folder()));
  }

  /** Finds out that the module of a store or of a cluster is missing before data are read. */
  private void requireModules(Experiment experiment) {
    SparkOption.requireModule(nas, experiment.executor());
    Store wanted = experiment.store();
    if (wanted != null) {
      StudyRepository unused = nas.servers().at(wanted.address());
    }
    ArtifactStore unused = nas.artifacts().of(experiment, experiment.output().folder());
  }
}
