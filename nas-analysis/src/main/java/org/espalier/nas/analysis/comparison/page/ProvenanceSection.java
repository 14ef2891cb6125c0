package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.markup.Markup;

/** The provenance of the comparison, and its resolved file. */
final class ProvenanceSection implements ComparisonSection {

  @Override
  public String id() {
    return "provenance";
  }

  @Override
  public String title() {
    return "File and provenance";
  }

  @Override
  public void write(PageModel view, Markup markup) {
    ComparisonRecord comparison = view.results().comparison();
    if (comparison.facts().isEmpty()) {
      markup.leaf("p", "No provenance was recorded.", "class", "nothing");
    } else {
      markup.open("dl", "class", "provenance");
      comparison.facts().forEach((name, value) -> markup.leaf("dt", name).leaf("dd", value));
      markup.close();
    }
    markup.open("details").leaf("summary", "Resolved comparison file");
    markup.leaf("pre", comparison.yaml()).close();
  }
}
