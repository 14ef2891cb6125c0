package org.espalier.nas.analysis.report;

import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.run.RunRecord;

/** What the results depend on: the experiment as it was run, and everything around it. */
final class SettingsSection implements Section {

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String title() {
    return "Settings and provenance";
  }

  @Override
  public void write(RunRecord run, Page page) {
    Markup markup = page.markup();
    markup.open("div", "class", "columns").open("div");
    markup.leaf("h3", "Experiment, every default written out");
    markup.leaf("pre", run.settings(), "tabindex", "0").close();
    markup.open("div").leaf("h3", "Provenance");
    if (run.provenance().isEmpty()) {
      page.nothing("Nothing was recorded.");
    } else {
      markup.open("dl", "class", "provenance");
      run.provenance().forEach((name, value) -> markup.leaf("dt", name).leaf("dd", value));
      markup.close();
    }
    markup.close().close();
  }
}
