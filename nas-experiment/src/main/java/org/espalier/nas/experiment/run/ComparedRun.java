package org.espalier.nas.experiment.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.analysis.comparison.file.ComparisonIndex;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.experiment.text.ShownPath;

/** A rule about runs that are searches of a comparison: nobody changes them. */
final class ComparedRun {

  private ComparedRun() {}

  /**
   * Checks that a run is no search of a comparison, whose verdict says what the arms do by
   * themselves.
   *
   * @throws InvalidSettingException if it is one
   */
  static void requireNone(Path run) {
    comparison(run)
        .ifPresent(
            folder -> {
              throw new InvalidSettingException(
                  "run",
                  "%s is a search of the comparison %s, which must run as its file says: a person who changes it would change the verdict. It takes notes and tags only; to change the search, run it by itself with nas run."
                      .formatted(ShownPath.of(run), ShownPath.of(folder)));
            });
  }

  private static Optional<Path> comparison(Path run) {
    Path folder = run.toAbsolutePath().normalize();
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      if (Files.isRegularFile(above.resolve(ComparisonIndex.FILE))
          && above.relativize(folder).startsWith("searches")) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }
}
