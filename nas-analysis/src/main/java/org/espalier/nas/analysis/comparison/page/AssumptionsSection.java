package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.analysis.markup.Figures;
import org.espalier.nas.analysis.markup.Markup;

/** On what the numbers rest, and what was left out. */
final class AssumptionsSection implements Section {

  @Override
  public String id() {
    return "assumptions";
  }

  @Override
  public String title() {
    return "Assumptions and exclusions";
  }

  @Override
  public void write(View view, Markup markup) {
    Protocol protocol = view.results().comparison().protocol();
    markup.open("ul");
    view.results().assumptions().forEach(sentence -> markup.leaf("li", sentence));
    markup.leaf(
        "li",
        "Intervals have "
            + view.confidence()
            + " confidence, from "
            + Figures.whole((long) protocol.resamples())
            + " bootstrap resamples with seed "
            + protocol.seed()
            + "; all tests of one problem together err with probability "
            + protocol.alpha()
            + " at most.");
    markup.close();
  }
}
