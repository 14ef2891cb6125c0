package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.Locale;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.statistics.ChoiceFrequencies;
import org.espalier.nas.analysis.statistics.ChoiceFrequencies.Group;
import org.espalier.nas.analysis.statistics.ChoiceFrequencies.Row;

/** The frequencies of options by decision, for decisions that share their options. */
final class ChoicesSection implements ReportSection {
  private static final int LEAST_TRIALS = 8;

  @Override
  public String id() {
    return "choices";
  }

  @Override
  public String title() {
    return "Choices over the search";
  }

  @Override
  public boolean applies(RunReport run) {
    ChoiceFrequencies frequencies = ChoiceFrequencies.of(run.history());
    return frequencies.all() >= LEAST_TRIALS && !frequencies.groups().isEmpty();
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    ChoiceFrequencies frequencies = ChoiceFrequencies.of(run.history());
    List<Group> groups = frequencies.groups();
    for (int i = 0; i < groups.size(); i++) {
      page.markup().open("figure", "class", "full").leaf("h3", title(groups.get(i)));
      write(groups.get(i), page.markup());
      if (i == groups.size() - 1) {
        page.markup().leaf("figcaption", caption(frequencies));
      }
      page.markup().close();
    }
  }

  private static String title(Group group) {
    return "Shares of %d options at %d decisions"
        .formatted(group.options().size(), group.rows().size());
  }

  private static String caption(ChoiceFrequencies frequencies) {
    return "Large: share in the last quarter of the trials ("
        + frequencies.last()
        + "). Small: share in all "
        + frequencies.all()
        + " trials, failed ones included. A row whose large numbers are near 0 and 100 % is one that"
        + " the search has settled. Decisions that share their options are shown together.";
  }

  private static void write(Group group, Markup markup) {
    markup.open("div", "class", "scroll").open("table", "class", "heat").open("thead").open("tr");
    markup.leaf("th", "decision", "scope", "col");
    group.options().forEach(option -> markup.leaf("th", option, "scope", "col"));
    markup.close().close().open("tbody");
    group.rows().forEach(row -> write(row, group.options(), markup));
    write(group.total(), group.options(), markup);
    markup.close().close().close();
  }

  private static void write(Row row, List<String> options, Markup markup) {
    markup.open("tr").leaf("th", row.decision(), "scope", "row");
    for (String option : options) {
      double last = row.inLast(option);
      double all = row.inAll(option);
      if (all == 0) {
        markup.leaf("td", "", "class", "never");
        continue;
      }
      markup.open(
          "td",
          "class",
          last > 0.5 ? "strong" : "weak",
          "style",
          "--share:" + String.format(Locale.ROOT, "%.0f", last * 100) + "%",
          "data-tip",
          "%s\n%s\nlast quarter: %s\nall: %s"
              .formatted(
                  row.decision(),
                  option,
                  NumberFormat.percent(last, 1),
                  NumberFormat.percent(all, 1)));
      markup
          .leaf("b", NumberFormat.percent(last, 0))
          .text(" ")
          .leaf("small", NumberFormat.percent(all, 0));
      markup.close();
    }
    markup.close();
  }
}
