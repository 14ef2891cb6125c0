package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Problem;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginOrigin;

/** The plugins of a run compared with those that are present now. */
final class StoredPlugins {
  private final Map<String, String> provenance;
  private final Catalogue catalogue;

  StoredPlugins(StudyDescription description, Catalogue catalogue) {
    this.provenance = description.provenance();
    this.catalogue = catalogue;
  }

  /**
   * Reads the run's experiment.
   *
   * @throws InvalidExperimentException if components are missing; the message names the run's
   *     missing plugins
   */
  LocatedExperiment read(Path origin, String yaml) {
    return read(origin, yaml, Optional.empty(), List.of());
  }

  /** Reads the run's experiment with another controller, or with other settings. */
  LocatedExperiment read(
      Path origin, String yaml, Optional<String> controller, List<SettingFlag> flags) {
    try {
      return new ExperimentReader(catalogue).readStored(origin, yaml, controller, flags);
    } catch (InvalidExperimentException invalid) {
      List<String> missing = missing();
      if (missing.isEmpty()) {
        throw invalid;
      }
      List<Problem> problems = new ArrayList<>(invalid.problems());
      problems.add(
          new Problem(
              problems.get(0).place(),
              "The run was made with %s; give its folder with --plugins."
                  .formatted(String.join(" and ", missing))));
      throw new InvalidExperimentException(problems);
    }
  }

  private List<String> missing() {
    List<String> known = catalogue.origins().stream().map(RunProvenance::plugin).toList();
    return provenance.entrySet().stream()
        .filter(fact -> fact.getKey().startsWith(RunProvenance.PLUGIN))
        .filter(fact -> !known.contains(fact.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Returns the plugins whose jar has changed, each in a clause that can begin a sentence. */
  List<String> changed() {
    List<String> changed = new ArrayList<>();
    for (PluginOrigin origin : catalogue.origins()) {
      String now = RunProvenance.describe(origin);
      Optional.ofNullable(provenance.get(RunProvenance.plugin(origin)))
          .filter(before -> !origin.builtIn() && !before.equals(now))
          .ifPresent(
              before ->
                  changed.add(
                      "The plugin %s is %s now, and was %s when the run began"
                          .formatted(origin.location(), now, before)));
    }
    return changed;
  }
}
