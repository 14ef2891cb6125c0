package org.espalier.nas.cli;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.view.ObjectiveColumns;
import org.espalier.nas.cli.view.TrialRecords;
import org.espalier.nas.cli.view.TrialTable;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.experiment.run.ShownMetric;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas trials}. */
@Command(
    name = "trials",
    description = {
      "Lists all trials of a run, which may be running. CSV and JSON have a column for each"
          + " decision, fact and metric.",
    },
    footer = {
      "%nExamples:",
      "  nas trials latest",
      "  nas trials latest --csv > trials.csv",
      "  nas trials latest --curves --csv > curves.csv",
    })
final class TrialsCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(names = "--curves", description = "List the metrics after each epoch of each trial.")
  private boolean curves;

  @Option(names = "--csv", description = "Print CSV.")
  private boolean csv;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (csv && json) {
      throw new ParameterException(nas.command(), "--csv and --json exclude each other.");
    }
    StoredStudy study = run.study(nas);
    TrialRecords records = new TrialRecords(study);
    List<Map<String, Object>> rows = curves ? records.curves() : records.trials();
    if (json) {
      nas.out().println(Json.of(rows));
    } else if (csv) {
      nas.out().print(TrialRecords.csv(rows));
    } else {
      TextTable table = curves ? curves(rows) : trials(study, rows);
      nas.out().print(table.cut(Terminals.tableWidth()));
    }
    nas.out().flush();
    return ExitCode.DONE;
  }

  private static TextTable trials(StoredStudy study, List<Map<String, Object>> rows) {
    String metric = ShownMetric.of(study.results());
    ObjectiveColumns compared = new ObjectiveColumns(study.history());
    List<String> titles = new ArrayList<>(List.of("trial", "status"));
    titles.addAll(compared.titles());
    boolean measured = !compared.shows(metric);
    if (measured) {
      titles.add(ShownMetric.title(metric));
    }
    titles.add("architecture");
    TextTable.Align[] aligns = new TextTable.Align[titles.size()];
    Arrays.fill(aligns, RIGHT);
    aligns[1] = LEFT;
    aligns[aligns.length - 1] = LEFT;
    TextTable table = new TextTable(aligns);
    table.row(titles.toArray(String[]::new));
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      StoredTrial stored = study.trials().get(i);
      List<String> cells =
          new ArrayList<>(
              List.of(String.valueOf(row.get("trial")), String.valueOf(row.get("status"))));
      cells.addAll(stored.result().map(compared::cells).orElseGet(compared::absent));
      if (measured) {
        cells.add(
            TrialTable.decimals(
                number(row.get(metric)), number(row.get(metric + Measurement.SPREAD))));
      }
      cells.add(stored.trial().proposal().architecture().summary());
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static TextTable curves(List<Map<String, Object>> rows) {
    List<String> metrics =
        rows.stream()
            .flatMap(row -> row.keySet().stream())
            .filter(name -> !name.equals("trial") && !name.equals("epoch"))
            .distinct()
            .sorted()
            .toList();
    TextTable table = new TextTable(RIGHT, RIGHT, LEFT);
    table.row("trial", "epoch", "metrics");
    for (Map<String, Object> row : rows) {
      List<String> values =
          metrics.stream()
              .filter(row::containsKey)
              .map(name -> ShownMetric.title(name) + "=" + decimals(row.get(name)))
              .toList();
      table.row(
          Objects.toString(row.get("trial")),
          Objects.toString(row.get("epoch")),
          String.join(" ", values));
    }
    return table;
  }

  private static String decimals(@Nullable Object value) {
    return TrialTable.decimals(number(value));
  }

  private static @Nullable Double number(@Nullable Object value) {
    return value instanceof Double number ? number : null;
  }
}
