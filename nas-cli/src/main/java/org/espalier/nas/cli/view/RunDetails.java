package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.trial.StoppingSavings;
import org.espalier.nas.cli.console.Paint;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.RunProvenance;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.experiment.text.Durations;

/**
 * Details of a run, without its individual trials.
 *
 * @param study the stored run
 * @param status its status
 */
public record RunDetails(StoredStudy study, RunStatus status) {
  private static final int BEST = 5;
  private static final int MOST_OF_FRONT = 20;

  /** Returns the details as a tree, for JSON. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("run", study.key());
    tree.put("name", study.description().name());
    tree.put("status", status.text());
    tree.put("seed", study.description().seed());
    tree.put("begun", study.description().createdAt().toString());
    tree.put("sessions", study.sessions().size());
    tree.put("seconds", ReportFiles.elapsed(study).toMillis() / 1e3);
    tree.put("trials", study.results().size());
    tree.put("unfinished", study.trials().size() - study.results().size());
    tree.put("failed", study.history().failed().size());
    tree.put("infeasible", study.history().infeasible().size());
    tree.put("stopping", savings().tree());
    best().addTo(tree);
    if (!study.steering().isEmpty()) {
      tree.put(
          "steering", new SteeringList(study.steering(), List.of(), false).tree().get("taken"));
    }
    tree.put("experimentHash", study.description().yamlHash());
    tree.put("provenance", study.description().provenance());
    tree.put("experiment", study.description().yaml());
    return tree;
  }

  private SavingsText savings() {
    return new SavingsText(StoppingSavings.of(study.results()));
  }

  private BestTrials best() {
    return new BestTrials(study.history(), BEST, MOST_OF_FRONT);
  }

  private String trials() {
    int infeasible = study.history().infeasible().size();
    return "%d finished (%d failed%s), %d unfinished"
        .formatted(
            study.results().size(),
            study.history().failed().size(),
            infeasible == 0 ? "" : ", " + infeasible + " infeasible",
            study.trials().size() - study.results().size());
  }

  /**
   * Returns the details as text; each line ends with a line break.
   *
   * @param width maximum number of characters of a line of a table
   */
  public String text(int width) {
    TextTable head = new TextTable(LEFT, LEFT);
    head.row("run", study.key());
    head.row("name", study.description().name());
    head.row("status", status.text());
    head.row("seed", Long.toString(study.description().seed()));
    head.row("begun", study.description().createdAt().toString());
    head.row(
        "time",
        "%s in %s"
            .formatted(
                Durations.rounded(ReportFiles.elapsed(study)),
                Words.count(study.sessions().size(), "session")));
    head.row("trials", trials());
    if (savings().isNeeded()) {
      head.row("stopping", savings().byRule());
      savings().byEvaluator().ifPresent(text -> head.row("", text));
    }
    TextTable facts = new TextTable(LEFT, LEFT);
    facts.row("experiment.hash", study.description().yamlHash());
    RunProvenance.withoutFindings(study.description().provenance()).forEach(facts::row);
    String steering =
        study.steering().isEmpty()
            ? ""
            : "%nSteering%n%s"
                .formatted(new SteeringList(study.steering(), List.of(), false).text());
    return "%s%n%s%s%nProvenance%n%s%nExperiment%n%s"
        .formatted(
            head.folded(width),
            best().text(Paint.none(), width),
            steering,
            facts.folded(width),
            study.description().yaml());
  }
}
