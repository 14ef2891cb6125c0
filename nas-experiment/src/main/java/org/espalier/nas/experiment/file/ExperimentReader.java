package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.experiment.plugin.Catalogue;

/** A reader of experiment files. */
public final class ExperimentReader {
  private final Catalogue catalogue;

  /** Creates a reader with the components of a catalogue. */
  public ExperimentReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads an experiment.
   *
   * @param file the experiment file
   * @param flags settings that override those of the file; later ones override earlier ones
   * @throws InvalidExperimentException with all errors in the file
   */
  public LocatedExperiment read(Path file, List<SettingFlag> flags) {
    Problems problems = new Problems();
    Optional<Setting.Mapping> settings = new SettingsLoader(problems).load(file, flags);
    Optional<FileKind> comparison = settings.flatMap(FileKind::of).filter(FileKind::comparison);
    if (comparison.isPresent()) {
      throw comparison.get().unwanted(file);
    }
    return bound(settings, problems);
  }

  /**
   * Reads an experiment that was written with all defaults resolved.
   *
   * @param origin the name in messages
   * @throws InvalidExperimentException if the components of the catalogue no longer fit it
   */
  public LocatedExperiment readStored(Path origin, String yaml) {
    return readStored(origin, yaml, Optional.empty(), List.of());
  }

  /**
   * Reads an experiment that was written with all defaults resolved, with another controller.
   *
   * @param origin the name in messages
   * @param controller an experiment file, a file with only the keys of a controller, or an id
   * @param flags settings that override both; later ones override earlier ones
   * @throws InvalidExperimentException with all errors in the file
   */
  public LocatedExperiment readStored(
      Path origin, String yaml, Optional<String> controller, List<SettingFlag> flags) {
    Problems problems = new Problems();
    Optional<Setting.Mapping> settings =
        new YamlReader(problems)
            .file(Source.file(origin), yaml)
            .filter(Setting.Mapping.class::isInstance)
            .map(Setting.Mapping.class::cast);
    if (controller.isPresent()) {
      ControllerSource source = new ControllerSource(problems);
      settings = settings.map(stored -> source.replace(stored, controller.get()));
    }
    SettingsLoader loader = new SettingsLoader(problems);
    return bound(settings.map(stored -> loader.overridden(stored, flags)), problems);
  }

  /** Binds settings that were loaded, if there are any. */
  LocatedExperiment bound(Optional<Setting.Mapping> settings, Problems problems) {
    Optional<Experiment> experiment =
        settings.flatMap(
            root ->
                new Binder(catalogue, problems)
                    .record(Experiment.class, root, "the experiment", Set.of()));
    problems.throwIfAny();
    return new LocatedExperiment(experiment.orElseThrow(), settings.orElseThrow());
  }
}
