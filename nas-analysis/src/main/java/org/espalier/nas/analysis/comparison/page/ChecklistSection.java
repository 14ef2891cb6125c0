package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.page.Practice.State;
import org.espalier.nas.analysis.markup.Markup;

/** The best practices of the field, and the ones that the comparison meets. */
final class ChecklistSection implements ComparisonSection {

  @Override
  public String id() {
    return "checklist";
  }

  @Override
  public String title() {
    return "Best practices";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    List<Practice> practices = Checklist.of(view);
    markup.leaf(
        "p",
        "From Lindauer and Hutter, Best Practices for Scientific Research on Neural Architecture"
            + " Search, JMLR 21(243), 2020, in their order, evaluated from the record: "
            + count(practices, State.MET)
            + " of "
            + practices.size()
            + " are met, "
            + count(practices, State.NOT_MET)
            + " are not, "
            + count(practices, State.NOT_APPLICABLE)
            + " do not apply, "
            + count(practices, State.BY_HAND)
            + " need an answer by hand.");
    markup.open("ol", "class", "checklist");
    for (Practice practice : practices) {
      markup.open("li", "class", practice.state().styleClass());
      markup.leaf("span", practice.state().words(), "class", "state");
      markup.open("div").leaf("b", practice.number() + ". " + practice.text());
      markup.leaf("p", practice.reason()).close().close();
    }
    markup.close();
  }

  private static long count(List<Practice> practices, State state) {
    return practices.stream().filter(practice -> practice.state() == state).count();
  }
}
