package org.espalier.nas.analysis.report;

import java.util.List;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.api.trial.TrialResult;

/** The trials that violate a constraint. */
final class InfeasibleSection implements ReportSection {

  @Override
  public String id() {
    return "infeasible";
  }

  @Override
  public String title() {
    return "Infeasible trials";
  }

  @Override
  public boolean applies(RunReport run) {
    return !run.history().infeasible().isEmpty();
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    List<TrialResult> infeasible = run.history().infeasible();
    long untrained =
        infeasible.stream().filter(result -> result.outcome().measurements().isEmpty()).count();
    page.paragraph(
        "%s of %s trials violate a constraint of the experiment; %s of them were not evaluated, because their networks told so before."
            .formatted(
                NumberFormat.whole((long) infeasible.size()),
                NumberFormat.whole((long) run.history().results().size()),
                NumberFormat.whole(untrained)));
    FailedTrials.write(infeasible, page);
  }
}
