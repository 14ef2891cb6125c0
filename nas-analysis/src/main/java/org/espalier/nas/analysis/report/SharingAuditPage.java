package org.espalier.nas.analysis.report;

import java.util.List;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.inference.Sample;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.plot.SharingPlots;
import org.espalier.nas.analysis.sharing.AuditReport;
import org.espalier.nas.analysis.sharing.AuditSentences;
import org.espalier.nas.analysis.sharing.AuditedTrial;
import org.espalier.nas.analysis.sharing.InheritanceEffect;
import org.espalier.nas.analysis.sharing.SharingAudit;

/**
 * The page of an audit of weight sharing: one self-contained HTML file.
 *
 * <p>Equal audits give equal pages. The page is also well-formed XML.
 */
public final class SharingAuditPage {
  private final AuditReport report;
  private final AuditSentences sentences;
  private final ReportWriter page = new ReportWriter();

  private SharingAuditPage(AuditReport report) {
    this.report = report;
    this.sentences = new AuditSentences(report);
  }

  /** Returns the page, to be written as UTF-8. */
  public static String render(AuditReport report) {
    return new SharingAuditPage(report).render();
  }

  private String render() {
    Markup markup = page.markup();
    markup.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    ReportPage.writeHead(report.experiment() + " \u00b7 audit of weight sharing", markup);
    markup.open("body").open("main");
    writeHeader();
    writeAnswers();
    if (!report.audit().measured().isEmpty()) {
      writeRanking();
      writeOrder();
    }
    writeInheritance();
    writeTrials();
    markup.close().leaf("div", "", "id", "tip", "role", "status", "hidden", "hidden");
    ReportPage.writeScripts(page);
    return markup.close().close().trusted("\n").toString();
  }

  private void section(String id, String title) {
    page.markup().trusted("\n").open("section", "id", id).leaf("h2", title);
  }

  private void writeHeader() {
    Markup markup = page.markup();
    markup.open("header").leaf("p", "Audit of weight sharing", "class", "kind");
    markup.leaf("h1", report.experiment()).open("p", "class", "facts");
    writeFact("run", report.run());
    writeFact("sharing", report.dependence());
    writeFact("score", report.reward());
    markup.close();
    writeTiles();
    markup.leaf("p", sentences.sample(), "class", "note").close();
  }

  private void writeAnswers() {
    section("answers", "Answers");
    page.markup().open("ul");
    sentences.answers().forEach(answer -> page.markup().leaf("li", answer));
    page.markup().close().close();
  }

  private void writeFact(String name, String value) {
    page.markup().open("span").leaf("span", name, "class", "name").text(" " + value);
    page.markup().close().text(" ");
  }

  private void writeTiles() {
    SharingAudit audit = report.audit();
    page.markup().open("dl", "class", "tiles");
    writeTile("Kendall\u2019s \u03c4", number(audit.ranking(), 2));
    writeTile("\u03c4 in the top third", number(audit.topRanking(), 2));
    writeTile("order effect in 100 trials", number(audit.order().slope(), 4));
    writeTile("median gain by inheriting", number(audit.inheritance().median(), 4));
    Estimate helped = audit.inheritance().share();
    writeTile(
        "trials helped",
        Double.isNaN(helped.value())
            ? List.of(CardTable.ABSENT, "")
            : List.of(
                NumberFormat.percent(helped.value(), 0),
                "%s to %s"
                    .formatted(
                        NumberFormat.percent(helped.low(), 0),
                        NumberFormat.percent(helped.high(), 0))));
    page.markup().close();
  }

  private void writeTile(String name, List<String> valueAndMore) {
    page.markup().open("div").leaf("dt", name).leaf("dd", valueAndMore.get(0));
    page.markup().leaf("dd", valueAndMore.get(1), "class", "more").close();
  }

  /** Returns the value of an estimate and its interval. */
  private static List<String> number(Estimate estimate, int decimals) {
    return Double.isNaN(estimate.value())
        ? List.of(CardTable.ABSENT, "")
        : List.of(NumberFormat.fixed(estimate.value(), decimals), interval(estimate, decimals));
  }

  private static String interval(Estimate estimate, int decimals) {
    return "%s to %s"
        .formatted(
            NumberFormat.fixed(estimate.low(), decimals),
            NumberFormat.fixed(estimate.high(), decimals));
  }

  private void writeRanking() {
    section("ranking", "Ranking");
    page.markup().open("div", "class", "columns");
    page.figure(
        SharingPlots.scores(report.audit()),
        ChartSize.TALL,
        "Trials above the dashed line scored higher under sharing than alone.");
    page.figure(
        SharingPlots.ranks(report.audit()),
        ChartSize.TALL,
        "A ranking that sharing keeps lies along the dashed line. The blue trials, which a search"
            + " would choose from, should be at the lower left.");
    page.markup().close().close();
  }

  private void writeOrder() {
    section("order", "Order of trials");
    page.figure(
        SharingPlots.order(report.audit()),
        ChartSize.BAND,
        "If later trials profit from weights that were trained longer, the trend rises. Better"
            + " proposals alone do not raise it, because the stand-alone score is subtracted.");
    page.markup().close();
  }

  private void writeInheritance() {
    section("inheritance", "Effect of inheriting");
    if (report.audit().byLayers().isEmpty()) {
      page.paragraph("The evaluator does not record inherited layers.");
    }
    CardTable table =
        new CardTable()
            .words("inherited layers")
            .numbers("trials")
            .numbers("helped")
            .numbers("hurt")
            .numbers("share helped")
            .numbers("median difference")
            .words("95\u00a0% interval");
    report.audit().byLayers().forEach(effect -> row(table, effect));
    row(table, report.audit().inheritance());
    table.writeTo(page.markup());
    page.markup()
        .leaf(
            "p",
            "Differences are shared minus stand-alone scores; without an effect, half of them would"
                + " be positive.",
            "class",
            "note");
    page.markup().close();
  }

  private static void row(CardTable table, InheritanceEffect effect) {
    boolean known = !Double.isNaN(effect.median().value());
    table.row(
        effect.inheritedLayers() == null ? "all trials" : effect.inheritedLayers().toString(),
        NumberFormat.whole(effect.helped().cases()),
        NumberFormat.whole(effect.helped().hits()),
        NumberFormat.whole(effect.hurt()),
        known ? NumberFormat.percent(effect.share().value(), 0) : CardTable.ABSENT,
        known ? NumberFormat.fixed(effect.median().value(), 4) : CardTable.ABSENT,
        known ? interval(effect.median(), 4) : CardTable.ABSENT);
  }

  private void writeTrials() {
    section("trials", "Audited trials");
    CardTable table =
        new CardTable()
            .numbers("trial")
            .code("architecture")
            .numbers("inherited layers")
            .numbers("shared score")
            .numbers("stand-alone score")
            .numbers("rank, shared")
            .numbers("rank, stand-alone")
            .numbers("deviation of seeds");
    List<AuditedTrial> measured = report.audit().measured();
    for (AuditedTrial trial : report.audit().trials()) {
      boolean known = !trial.alone().isEmpty();
      table.row(
          Integer.toString(trial.number()),
          trial.architecture(),
          trial.inheritedLayers() == null ? CardTable.ABSENT : trial.inheritedLayers().toString(),
          NumberFormat.significant(trial.shared()),
          known ? NumberFormat.significant(trial.meanAlone()) : "failed",
          known ? rank(SharingPlots.rank(measured, AuditedTrial::shared, trial)) : CardTable.ABSENT,
          known
              ? rank(SharingPlots.rank(measured, AuditedTrial::meanAlone, trial))
              : CardTable.ABSENT,
          trial.alone().size() < 2
              ? CardTable.ABSENT
              : NumberFormat.significant(deviation(trial.alone())));
    }
    table.writeTo(page.markup());
    page.markup().close();
  }

  private static double deviation(List<Double> scores) {
    return Sample.of(scores.stream().mapToDouble(Double::doubleValue).toArray()).deviation();
  }

  private static String rank(double rank) {
    return rank == Math.rint(rank) ? NumberFormat.whole(rank) : NumberFormat.fixed(rank, 1);
  }
}
