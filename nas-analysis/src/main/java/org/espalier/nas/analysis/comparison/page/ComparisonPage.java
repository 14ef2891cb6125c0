package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.markup.InlineResource;
import org.espalier.nas.analysis.markup.Markup;

/**
 * The report of a comparison: one self-contained HTML file for any screen and for paper.
 *
 * <p>Equal results give equal pages. The page is also well-formed XML, and readable without
 * scripts.
 */
public final class ComparisonPage {

  private static final List<ComparisonSection> SECTIONS =
      List.of(
          new RankingSection(),
          new CurvesSection(),
          new AttainmentSection(),
          new CriticalDifferenceSection(),
          new DistributionPerArmSection(),
          new PairsSection(),
          new CostSection(),
          new CellsSection(),
          new SeedsSection(),
          new ArmSettingsSection(),
          new ChecklistSection(),
          new AssumptionsSection(),
          new ProvenanceSection());

  private ComparisonPage() {}

  /** Returns the page, to be written as UTF-8. */
  public static String render(ComparisonResults results) {
    PageModel view = PageModel.of(results);
    Markup markup = new Markup();
    markup.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    writeHead(results.comparison().name(), markup);
    markup.open("body").open("main");
    new ComparisonHeader(view, markup).write();
    List<ComparisonSection> sections =
        SECTIONS.stream().filter(section -> section.applies(view)).toList();
    writeContents(sections, markup);
    for (ComparisonSection section : sections) {
      markup.trusted("\n").open("section", "id", section.id()).leaf("h2", section.title());
      section.write(view, markup);
      markup.close();
    }
    markup.close().leaf("div", "", "id", "tip", "role", "status", "hidden", "hidden");
    markup.trusted("\n").open("script", "type", "application/json", "id", "curve-data");
    markup.trusted(CurveData.of(view)).close().trusted("\n");
    markup.open("script").trusted(InlineResource.tooltipScript()).close();
    for (String script : List.of("scales.js", "curves.js")) {
      markup.open("script").trusted(InlineResource.resource(ComparisonPage.class, script)).close();
    }
    return markup.close().close().trusted("\n").toString();
  }

  private static void writeHead(String name, Markup markup) {
    markup.open("head").empty("meta", "charset", "utf-8");
    markup.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    markup.empty("meta", "name", "color-scheme", "content", "light dark");
    markup.leaf("title", name + " \u00b7 comparison");
    markup.open("style").trusted(InlineResource.pageStyle()).close();
    markup.open("style");
    markup.trusted(InlineResource.resource(ComparisonPage.class, "comparison.css")).close();
    markup.close().trusted("\n");
  }

  private static void writeContents(List<ComparisonSection> sections, Markup markup) {
    markup.open("nav", "aria-label", "Sections").open("ul");
    markup.open("li").leaf("a", "Verdict", "href", "#verdict").close();
    for (ComparisonSection section : sections) {
      markup.open("li").leaf("a", section.title(), "href", "#" + section.id()).close();
    }
    markup.close().close();
  }
}
