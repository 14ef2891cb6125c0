package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.study.Replay;
import org.espalier.nas.experiment.file.Component;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * A replay of runs: it creates their controllers and tells them the results; nothing is trained.
 */
public final class SearchReplay {
  private final Catalogue catalogue;

  /** Creates a replay with the components of a catalogue. */
  public SearchReplay(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The options of a replay.
   *
   * @param controller controller in place of the run's: an experiment file, a file with only the
   *     keys of a controller, or an id; empty for the run's own
   * @param flags settings that override the run's
   * @param until maximum number of results to tell
   */
  public record Wish(Optional<String> controller, List<SettingFlag> flags, int until) {
    /** Copies the list. */
    public Wish {
      flags = List.copyOf(flags);
    }
  }

  /**
   * Replays a run.
   *
   * @param study the run
   * @throws org.espalier.nas.api.NasException if the run's data have changed, components are
   *     missing, or the controller fails
   */
  public ReplayResult replay(StoredStudy study, Wish wish) {
    StoredPlugins plugins = new StoredPlugins(study.description(), catalogue);
    Path origin = Path.of(study.key()).resolve(SearchRun.EXPERIMENT);
    String yaml = study.description().yaml();
    LocatedExperiment wanted = plugins.read(origin, yaml, wish.controller(), wish.flags());
    Component<?> recorded = plugins.read(origin, yaml).experiment().controller();
    try (ExperimentGraph graph =
        ExperimentGraph.of(wanted, catalogue, new RunFolder(Path.of(study.key())))) {
      SearchRun.requireSameData(graph.dataset(), study.description());
      Replay replay = new Replay(wanted.experiment().study(), graph.fidelity().epochs(), study);
      boolean own = wanted.experiment().controller().equals(recorded);
      Replay.Outcome outcome =
          own
              ? replay.verify(graph.controller(), wish.until())
              : replay.suggest(graph.controller(), wish.until());
      return new ReplayResult(
          study, wanted.experiment().controller(), own, outcome, plugins.changed());
    }
  }
}
