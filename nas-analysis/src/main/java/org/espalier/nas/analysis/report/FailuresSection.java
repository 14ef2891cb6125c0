package org.espalier.nas.analysis.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;

/** The failed trials and their causes. */
final class FailuresSection implements ReportSection {

  private static final int MOST_ROWS = 50;

  @Override
  public String id() {
    return "failures";
  }

  @Override
  public String title() {
    return "Failed trials";
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    List<TrialResult> failed = run.history().failed();
    if (failed.isEmpty()) {
      page.nothing("None.");
      return;
    }
    page.paragraph(
        failed.size()
            + " of "
            + Counts.of(run.history().results().size(), "trial")
            + " failed: "
            + causes(failed));
    CardTable table =
        new CardTable().numbers("trial").code("architecture").words("cause").words("message");
    failed.stream()
        .limit(MOST_ROWS)
        .forEach(
            result ->
                table.row(
                    Integer.toString(result.trial().number()),
                    result.trial().proposal().architecture().summary(),
                    result.outcome() instanceof Outcome.Failed f ? words(f.cause()) : "no reward",
                    result.outcome() instanceof Outcome.Failed f ? f.message() : CardTable.ABSENT));
    table.writeTo(page.markup());
    if (failed.size() > MOST_ROWS) {
      int more = failed.size() - MOST_ROWS;
      page.nothing(
          Counts.of(more, "more failed trial") + (more == 1 ? " is" : " are") + " not shown.");
    }
  }

  private static String causes(List<TrialResult> failed) {
    Map<FailureCause, Integer> counts = new EnumMap<>(FailureCause.class);
    for (TrialResult result : failed) {
      if (result.outcome() instanceof Outcome.Failed failure) {
        counts.merge(failure.cause(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + words(entry.getKey()))
        .collect(Collectors.joining(", ", "", "."));
  }

  private static String words(FailureCause cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
