package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.experiment.plugin.Catalogue;

/** A reader of files that describe an experiment or a comparison. */
public final class EitherReader {
  private final Catalogue catalogue;

  /** Creates a reader with the components of a catalogue. */
  public EitherReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a file by its kind; a file that could be either is read as an experiment.
   *
   * @param flags settings that override those of the file; later ones override earlier ones
   * @throws InvalidExperimentException with all errors in the file
   */
  public Located read(Path file, List<SettingFlag> flags) {
    Problems problems = new Problems();
    Optional<Setting.Mapping> settings = new SettingsLoader(problems).load(file, flags);
    boolean comparison = settings.flatMap(FileKind::of).filter(FileKind::comparison).isPresent();
    return comparison
        ? new ComparisonReader(catalogue).bound(settings.orElseThrow(), problems)
        : new ExperimentReader(catalogue).bound(settings, problems);
  }
}
