package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/** The table of failed or infeasible trials. */
final class FailedTrials {
  private static final int MOST_ROWS = 50;

  private FailedTrials() {}

  static void write(List<TrialResult> failed, ReportWriter page) {
    CardTable table =
        new CardTable().numbers("trial").code("architecture").words("cause").words("message");
    failed.stream()
        .limit(MOST_ROWS)
        .forEach(
            result ->
                table.row(
                    Integer.toString(result.trial().number()),
                    result.trial().proposal().architecture().summary(),
                    cause(result),
                    result.outcome() instanceof Outcome.Failed f ? f.message() : CardTable.ABSENT));
    table.writeTo(page.markup());
    if (failed.size() > MOST_ROWS) {
      int more = failed.size() - MOST_ROWS;
      String kind = failed.get(0).infeasible() ? "more infeasible trial" : "more failed trial";
      page.nothing(Counts.of(more, kind) + (more == 1 ? " is" : " are") + " not shown.");
    }
  }

  private static String cause(TrialResult result) {
    return result.outcome() instanceof Outcome.Failed failed && !result.infeasible()
        ? failed.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        : CardTable.ABSENT;
  }
}
