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
    FailedTrials.write(failed, page);
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
