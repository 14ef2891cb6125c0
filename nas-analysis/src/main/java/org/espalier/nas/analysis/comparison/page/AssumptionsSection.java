package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.comparison.text.Assumptions;
import org.espalier.nas.analysis.markup.Markup;

/** The assumptions behind the numbers, and the exclusions. */
final class AssumptionsSection implements ComparisonSection {

  @Override
  public String id() {
    return "assumptions";
  }

  @Override
  public String title() {
    return "Assumptions and exclusions";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    markup.open("ul");
    Assumptions.of(view.results()).forEach(sentence -> markup.leaf("li", sentence));
    markup.close();
  }
}
