package org.espalier.nas.analysis.report;

import java.util.List;
import org.espalier.nas.analysis.markup.InlineResource;
import org.espalier.nas.analysis.markup.Markup;

/**
 * The report of a run: one self-contained HTML file for any screen and for paper.
 *
 * <p>Equal reports give equal pages. The page is also well-formed XML.
 */
public final class ReportPage {

  private static final List<ReportSection> SECTIONS =
      List.of(
          new SearchSection(),
          new TopSection(),
          new FrontSection(),
          new ImagesSection(),
          new DistributionSection(),
          new PredictionSection(),
          new ControllerSection(),
          new ImportanceSection(),
          new LayersSection(),
          new ChoicesSection(),
          new TimeSection(),
          new FailuresSection(),
          new InfeasibleSection(),
          new RunSettingsSection());

  private ReportPage() {}

  /** Returns the page, to be written as UTF-8. */
  public static String render(RunReport run) {
    ReportWriter page = new ReportWriter();
    Markup markup = page.markup();
    markup.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    writeHead(run.name() + " \u00b7 " + run.id(), markup);
    markup.open("body").open("main");
    new ReportHeader(run, page).write();
    List<ReportSection> sections =
        SECTIONS.stream().filter(section -> section.applies(run)).toList();
    writeContents(sections, markup);
    for (ReportSection section : sections) {
      markup.trusted("\n").open("section", "id", section.id()).leaf("h2", section.title());
      section.write(run, page);
      markup.close();
    }
    markup.close().leaf("div", "", "id", "tip", "role", "status", "hidden", "hidden");
    writeScripts(page);
    return markup.close().close().trusted("\n").toString();
  }

  /** Writes the head of a page, with the style sheet. */
  static void writeHead(String title, Markup markup) {
    markup.open("head").empty("meta", "charset", "utf-8");
    markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    markup.empty("meta", "name", "color-scheme", "content", "light dark");
    markup.leaf("title", title);
    markup.open("style").trusted(InlineResource.pageStyle()).close().close().trusted("\n");
  }

  /** Writes the tooltips of the charts and the scripts that show them. */
  static void writeScripts(ReportWriter page) {
    Markup markup = page.markup();
    markup.trusted("\n").open("script", "type", "application/json", "id", "tooltips");
    markup.trusted(page.tooltipsAsJson()).close().trusted("\n");
    markup.open("script").trusted(InlineResource.tooltipScript()).close();
    markup.open("script").trusted(InlineResource.resource(ReportPage.class, "report.js")).close();
  }

  private static void writeContents(List<ReportSection> sections, Markup markup) {
    markup.open("nav", "aria-label", "Sections").open("ul");
    for (ReportSection section : sections) {
      markup.open("li").leaf("a", section.title(), "href", "#" + section.id()).close();
    }
    markup.close().close();
  }
}
