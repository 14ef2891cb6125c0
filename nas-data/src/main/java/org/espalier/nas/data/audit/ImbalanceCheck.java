package org.espalier.nas.data.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.plugin.Counts;

/**
 * A comparison of the sizes of the most and the least frequent class, or of the rows with and
 * without a label.
 */
final class ImbalanceCheck implements Check {
  private static final double RATIO = 10;

  @Override
  public List<Finding> findings(AuditedData data) {
    if (!(data.task() instanceof Task.Classification task)) {
      return data.byLabel().stream().flatMap(label -> ofLabel(label).stream()).toList();
    }
    int[] counts = new int[task.classes().size()];
    for (float target : data.targets()) {
      counts[(int) target]++;
    }
    int most = 0;
    int least = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
      least = counts[i] < counts[least] ? i : least;
    }
    if (counts[most] < RATIO * counts[least]) {
      return List.of();
    }
    return List.of(
        new Finding(
            Finding.Kind.CLASS_IMBALANCE,
            task.target(),
            String.format(
                Locale.ROOT,
                "%s has %s of class %s and %d of class %s, %.1f times as many. Look at the"
                    + " balanced accuracy or the macro F1, or weigh the classes.",
                task.target(),
                Counts.of(counts[least], "row"),
                task.classes().get(least),
                counts[most],
                task.classes().get(most),
                (double) counts[most] / counts[least])));
  }

  private static Optional<Finding> ofLabel(AuditedData label) {
    int rows = label.rows().length;
    int present = 0;
    for (float target : label.targets()) {
      present += (int) target;
    }
    int fewer = Math.min(present, rows - present);
    if (fewer == 0 || rows - fewer < RATIO * fewer) {
      return Optional.empty();
    }
    String name = label.task().target();
    return Optional.of(
        new Finding(
            Finding.Kind.CLASS_IMBALANCE,
            name,
            String.format(
                Locale.ROOT,
                "%s is 1 in %d of %d rows, so that always predicting %d is right in %.1f %%. Look"
                    + " at the macro F1.",
                name,
                present,
                rows,
                2 * present > rows ? 1 : 0,
                100.0 * (rows - fewer) / rows)));
  }
}
