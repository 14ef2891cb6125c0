package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyExtension;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.engine.study.BudgetExtension;
import org.espalier.nas.engine.study.BudgetUse;
import org.espalier.nas.engine.study.StudyEnd;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.text.Limits;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * The extension of a finished run to a larger budget.
 *
 * @param folder the run's folder
 * @param store its open journal
 * @param requests the requests to it
 */
record SearchExtension(
    Path folder, StudyJournal store, SteeringRequests requests, Catalogue catalogue) {
  private static final String FACT = "budget.extension.";

  /**
   * Stores the larger budget, from which the run can be resumed.
   *
   * @param flags the limits to change
   * @return a sentence, if the results can differ from those with the larger budget from the start
   * @throws NasException if the run is not finished or the budget is not larger
   */
  Optional<String> to(List<SettingFlag> flags, Instant now, DownloadListener downloads) {
    ComparedRun.requireNone(folder);
    StudyDescription before = store.description();
    StoredPlugins plugins = new StoredPlugins(before, catalogue);
    Path origin = folder.resolve(SearchRun.EXPERIMENT);
    LocatedExperiment old = plugins.read(origin, before.yaml());
    LocatedExperiment larger = plugins.read(origin, before.yaml(), Optional.empty(), flags);
    if (store.steering().stream().anyMatch(SteeringEvent::changedSearch)) {
      steer(old, larger, flags, now);
      return Optional.empty();
    }
    requireExtension(larger, old.experiment().budget(), larger.experiment().budget());
    try (ExperimentGraph graph =
        ExperimentGraph.of(larger, catalogue, new RunFolder(folder), downloads)) {
      SearchRun.requireSameData(graph.dataset(), before);
      BudgetExtension extension =
          BudgetExtension.of(larger.experiment().study(), graph.setup(List.of()), store);
      Map<String, String> facts = new TreeMap<>(before.provenance());
      facts.put(
          FACT + (1 + facts.keySet().stream().filter(name -> name.startsWith(FACT)).count()),
          "%s instead of %s. %s"
              .formatted(limits(larger), limits(old), extension.difference().orElse(""))
              .strip());
      StudyDescription description =
          new StudyDescription(
              before.name(),
              before.seed(),
              new ExperimentWriter().yaml(larger.experiment()),
              facts,
              before.objectives(),
              before.createdAt());
      store.extended(new StudyExtension(description, extension.asks(), extension.trials(), now));
      return extension.difference();
    }
  }

  private static String limits(LocatedExperiment located) {
    return String.join(", ", Limits.of(located.experiment().budget()));
  }

  /** Makes the larger budget a command of a search that is not that of its file any more. */
  private void steer(
      LocatedExperiment old, LocatedExperiment larger, List<SettingFlag> flags, Instant now) {
    Set<String> changed = flags.stream().map(SettingFlag::key).collect(Collectors.toSet());
    Budget wanted = larger.experiment().budget();
    SteeringCommand.ChangeBudget change =
        new SteeringCommand.ChangeBudget(
            changed.contains("budget.trials") ? wanted.trials() : null,
            changed.contains("budget.epochs") ? wanted.epochs() : null,
            changed.contains("budget.seconds") ? wanted.seconds() : null,
            changed.contains("budget.wallClock") ? wanted.wallClock() : null);
    Budget present = old.experiment().budget().after(store.steering());
    requireExtension(larger, present, present.with(change));
    requests.send(SteeringRequest.of(change, now));
  }

  private void requireExtension(LocatedExperiment larger, Budget before, Budget after) {
    try {
      before.requireExtendedBy(after, ending());
      after.requireMoreThan(BudgetUse.of(store.trials()));
    } catch (InvalidSettingException invalid) {
      throw new InvalidExperimentException(
          larger.place(invalid.setting()), String.valueOf(invalid.getMessage()));
    }
  }

  private StudyEnd ending() {
    return StudyEnd.of(store.sessions())
        .orElseThrow(
            () ->
                new NasException(
                    folder + " has not finished, so it cannot be extended. Resume it first."));
  }
}
