package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.experiment.run.Tabulation;

/** The summary of a finished table. */
final class TableReport {
  private final Tabulation.Ended ended;
  private final UnaryOperator<Path> shown;

  /**
   * Creates the report.
   *
   * @param shown converts a path to the text shown to users
   */
  TableReport(Tabulation.Ended ended, UnaryOperator<Path> shown) {
    this.ended = ended;
    this.shown = shown;
  }

  @Override
  public String toString() {
    long failed =
        ended.summary().results().stream()
            .filter(result -> result.outcome() instanceof Outcome.Failed)
            .count();
    boolean tested =
        ended.summary().results().stream()
            .flatMap(result -> result.outcome().measurements().stream())
            .anyMatch(
                measurement ->
                    measurement.metrics().keySet().stream()
                        .anyMatch(name -> name.startsWith("test.")));
    Optional<Path> table = ended.table().map(shown);
    return String.format(
            Locale.ROOT,
            "%s \u00d7 %s%s%n",
            Words.count(ended.plan().architectures().size(), "architecture"),
            Words.count(ended.plan().seeds(), "seed"),
            failed == 0 ? "" : String.format(Locale.ROOT, ", %,d failed", failed))
        + (tested ? "" : "No test metrics; set evaluator.measureTest (true) to include them.\n")
        + table.map(file -> "Table: " + file + "\n").orElse("")
        + "Trainings: "
        + shown.apply(ended.trainings())
        + " (no longer needed)\n"
        + table
            .map(file -> "Next: a search with evaluator: {type: tabular, file: " + file + "}\n")
            .orElse("");
  }
}
