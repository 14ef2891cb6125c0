package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.markup.Inlined;
import org.espalier.nas.analysis.markup.Markup;

/**
 * The page that shows a comparison: one HTML file with nothing outside it, for any screen and for
 * paper.
 *
 * <p>The same results give the same page, character for character. The page is also well-formed
 * XML, and readable where scripts do not run.
 */
public final class ComparisonPage {

  private static final List<Section> SECTIONS =
      List.of(
          new RankingSection(),
          new CurvesSection(),
          new RanksSection(),
          new BoxesSection(),
          new PairsSection(),
          new CostSection(),
          new SeedsSection(),
          new SettingsSection(),
          new ChecklistSection(),
          new AssumptionsSection(),
          new ProvenanceSection());

  private ComparisonPage() {}

  /** Renders the page, to be written as UTF-8. */
  public static String render(ComparisonResults results) {
    View view = View.of(results);
    Markup markup = new Markup();
    markup.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    writeHead(results.comparison().name(), markup);
    markup.open("body").open("main");
    new Head(view, markup).write();
    writeContents(markup);
    for (Section section : SECTIONS) {
      markup.trusted("\n").open("section", "id", section.id()).leaf("h2", section.title());
      section.write(view, markup);
      markup.close();
    }
    markup.close().leaf("div", "", "id", "tip", "role", "status", "hidden", "hidden");
    markup.trusted("\n").open("script", "type", "application/json", "id", "curve-data");
    markup.trusted(CurveData.of(view)).close().trusted("\n");
    for (String script : List.of("tips.js", "scales.js", "curves.js")) {
      markup.open("script").trusted(Inlined.resource(ComparisonPage.class, script)).close();
    }
    return markup.close().close().trusted("\n").toString();
  }

  private static void writeHead(String name, Markup markup) {
    markup.open("head").empty("meta", "charset", "utf-8");
    markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    markup.empty("meta", "name", "color-scheme", "content", "light dark");
    markup.leaf("title", name + " \u00b7 comparison");
    markup.open("style").trusted(Inlined.pageStyle()).close();
    markup.open("style");
    markup.trusted(Inlined.resource(ComparisonPage.class, "comparison.css")).close();
    markup.close().trusted("\n");
  }

  private static void writeContents(Markup markup) {
    markup.open("nav", "aria-label", "Sections").open("ul");
    markup.open("li").leaf("a", "Verdict", "href", "#verdict").close();
    for (Section section : SECTIONS) {
      markup.open("li").leaf("a", section.title(), "href", "#" + section.id()).close();
    }
    markup.close().close();
  }
}
