package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.page.Practice.State;
import org.espalier.nas.analysis.markup.Markup;

/** The best practices of the field, and which of them this comparison does not meet. */
final class ChecklistSection implements Section {

  @Override
  public String id() {
    return "checklist";
  }

  @Override
  public String title() {
    return "Best practices";
  }

  @Override
  public void write(View view, Markup markup) {
    List<Practice> practices = Checklist.of(view);
    markup.leaf(
        "p",
        "After Lindauer and Hutter, Best Practices for Scientific Research on Neural Architecture"
            + " Search, JMLR 21(243), 2020, in their order and our words, filled in from the record: "
            + count(practices, State.MET)
            + " of "
            + practices.size()
            + " are met, "
            + count(practices, State.NOT_MET)
            + " are not, "
            + count(practices, State.NOT_APPLICABLE)
            + " do not apply, "
            + count(practices, State.BY_HAND)
            + " are for a person to say.");
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
