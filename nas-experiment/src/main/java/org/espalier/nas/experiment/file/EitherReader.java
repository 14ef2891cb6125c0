package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.experiment.plugin.Catalogue;

/** Reads files that describe an experiment or a comparison. */
public final class EitherReader {
  private final Catalogue catalogue;

  /** Creates a reader that knows the components of a catalogue. */
  public EitherReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a file as what it is; one that could be either is taken for an experiment.
   *
   * @param flags settings that win over those of the file, later ones over earlier ones
   * @throws InvalidExperimentException with everything that is wrong with it
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
