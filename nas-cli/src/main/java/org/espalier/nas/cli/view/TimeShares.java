package org.espalier.nas.cli.view;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.cli.console.Table;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.text.Durations;

/**
 * Where the time of a session went, as shares of the workers' time: wall-clock time times workers.
 *
 * <p>Workers wait while the controller thinks; that part of their waiting is the controller's.
 *
 * @param total the workers' time
 * @param parts by name, in the order to be shown; they sum up to the total
 */
public record TimeShares(Duration total, Map<String, Duration> parts) {

  /** The shares of a study's last session. */
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

  /** The shares in percent, by name. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    parts.forEach((name, time) -> tree.put(name, Math.round(10 * percent(time)) / 10.0));
    return tree;
  }

  private double percent(Duration time) {
    return total.isZero() ? 0 : 100.0 * time.toNanos() / total.toNanos();
  }

  /** A line for each part. */
  @Override
  public String toString() {
    Table table = new Table(Table.Align.LEFT, Table.Align.RIGHT, Table.Align.RIGHT);
    parts.forEach(
        (name, time) ->
            table.row(
                "  " + name,
                String.format(Locale.ROOT, "%.1f %%", percent(time)),
                Durations.rounded(time)));
    return table.toString();
  }
}
