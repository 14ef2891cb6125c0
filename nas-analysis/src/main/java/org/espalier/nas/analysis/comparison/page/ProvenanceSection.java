package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.markup.Markup;

/** Where the comparison ran, and its file with everything resolved. */
final class ProvenanceSection implements Section {

  @Override
  public String id() {
    return "provenance";
  }

  @Override
  public String title() {
    return "File and provenance";
  }

  @Override
  public void write(View view, Markup markup) {
    ComparisonRecord comparison = view.results().comparison();
    if (comparison.facts().isEmpty()) {
      markup.leaf("p", "Nothing was recorded about where this ran.", "class", "nothing");
    } else {
      markup.open("dl", "class", "provenance");
      comparison.facts().forEach((name, value) -> markup.leaf("dt", name).leaf("dd", value));
      markup.close();
    }
    markup.open("details").leaf("summary", "The comparison\u2019s file, resolved");
    markup.leaf("pre", comparison.yaml()).close();
  }
}
