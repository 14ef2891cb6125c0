package org.espalier.nas.cli.view;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.text.Durations;

/**
 * Shares of a session's phases in the workers' time: wall-clock time times workers.
 *
 * <p>Workers wait while the controller computes; this part of their waiting time counts as the
 * controller's.
 *
 * @param total the workers' time
 * @param parts the parts by name, in the order of display; their sum is the total
 */
public record TimeShares(Duration total, Map<String, Duration> parts) {

  /** Returns the shares of a study's last session. */
  public static TimeShares of(StudySummary summary) {
    Map<Phase, Duration> phases = summary.phases();
    Duration waiting = summary.idle();
    Duration controller = summary.controller().multipliedBy(summary.workers());
    controller = controller.compareTo(waiting) < 0 ? controller : waiting;
    Map<String, Duration> parts = new LinkedHashMap<>();
    parts.put("training", phases.getOrDefault(Phase.TRAIN, Duration.ZERO));
    parts.put("validation", phases.getOrDefault(Phase.VALIDATE, Duration.ZERO));
    parts.put("graph building", phases.getOrDefault(Phase.BUILD, Duration.ZERO));
    parts.put("controller", controller);
    parts.put(
        "other", phases.getOrDefault(Phase.OTHER, Duration.ZERO).plus(waiting.minus(controller)));
    Duration total = parts.values().stream().reduce(Duration.ZERO, Duration::plus);
    return new TimeShares(total, parts);
  }

  /** Returns the shares in percent, by name. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    parts.forEach((name, time) -> tree.put(name, Math.round(10 * percent(time)) / 10.0));
    return tree;
  }

  private double percent(Duration time) {
    return total.isZero() ? 0 : 100.0 * time.toNanos() / total.toNanos();
  }

  /** Returns one line for each part. */
  @Override
  public String toString() {
    TextTable table =
        new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT, TextTable.Align.RIGHT);
    parts.forEach(
        (name, time) ->
            table.row(
                "  " + name,
                String.format(Locale.ROOT, "%.1f %%", percent(time)),
                Durations.rounded(time)));
    return table.toString();
  }
}
