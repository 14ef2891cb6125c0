package org.espalier.nas.analysis.report;

import org.espalier.nas.analysis.markup.Markup;

/** The resolved experiment and the provenance of the results. */
final class RunSettingsSection implements ReportSection {

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String title() {
    return "Settings and provenance";
  }

  @Override
  public void write(RunReport run, ReportWriter page) {
    Markup markup = page.markup();
    markup.open("div", "class", "columns").open("div");
    markup.leaf("h3", "Experiment with all defaults");
    markup.leaf("pre", run.settings(), "tabindex", "0").close();
    markup.open("div").leaf("h3", "Provenance");
    if (run.provenance().isEmpty()) {
      page.nothing("No provenance was recorded.");
    } else {
      markup.open("dl", "class", "provenance");
      run.provenance().forEach((name, value) -> markup.leaf("dt", name).leaf("dd", value));
      markup.close();
    }
    markup.close().close();
  }
}
