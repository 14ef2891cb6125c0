package org.espalier.nas.analysis.report;

import java.util.List;
import org.espalier.nas.analysis.markup.Inlined;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.run.RunRecord;

/**
 * The page that shows a run: one HTML file with nothing outside it, for any screen and for paper.
 *
 * <p>The same record gives the same page, character for character. The page is also well-formed
 * XML.
 */
public final class ReportPage {

  private static final List<Section> SECTIONS =
      List.of(
          new SearchSection(),
          new TopSection(),
          new DistributionSection(),
          new PredictionSection(),
          new ControllerSection(),
          new LayersSection(),
          new TimeSection(),
          new FailuresSection(),
          new SettingsSection());

  private ReportPage() {}

  /** Renders the page, to be written as UTF-8. */
  public static String render(RunRecord run) {
    Page page = new Page();
    Markup markup = page.markup();
    markup.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    writeHead(run, markup);
    markup.open("body").open("main");
    new Overview(run, page).write();
    writeContents(markup);
    for (Section section : SECTIONS) {
      markup.trusted("\n").open("section", "id", section.id()).leaf("h2", section.title());
      section.write(run, page);
      markup.close();
    }
    markup.close().leaf("div", "", "id", "tip", "role", "status", "hidden", "hidden");
    markup.trusted("\n").open("script", "type", "application/json", "id", "tips");
    markup.trusted(page.tipsAsJson()).close().trusted("\n");
    markup.open("script").trusted(Inlined.resource(ReportPage.class, "report.js")).close();
    return markup.close().close().trusted("\n").toString();
  }

  private static void writeHead(RunRecord run, Markup markup) {
    markup.open("head").empty("meta", "charset", "utf-8");
    markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    markup.empty("meta", "name", "color-scheme", "content", "light dark");
    markup.leaf("title", run.identity().name() + " \u00b7 " + run.identity().id());
    markup.open("style").trusted(Inlined.pageStyle()).close().close().trusted("\n");
  }

  private static void writeContents(Markup markup) {
    markup.open("nav", "aria-label", "Sections").open("ul");
    for (Section section : SECTIONS) {
      markup.open("li").leaf("a", section.title(), "href", "#" + section.id()).close();
    }
    markup.close().close();
  }
}
