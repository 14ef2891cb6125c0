package org.espalier.nas.analysis.report;

import java.util.List;
import java.util.OptionalDouble;
import org.espalier.nas.analysis.markup.InlineResource;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.statistics.Confusion;
import org.espalier.nas.api.evaluation.LabelCounts;
import org.espalier.nas.api.evaluation.TrainedModel;

/**
 * The page of a final training: one self-contained HTML file with the results on the test part.
 *
 * <p>Equal results give equal pages. The page is also well-formed XML.
 */
public final class ModelPage {
  private final ModelResult result;
  private final Markup markup = new Markup();

  private ModelPage(ModelResult result) {
    this.result = result;
  }

  /** Returns the page, to be written as UTF-8. */
  public static String render(ModelResult result) {
    return new ModelPage(result).render();
  }

  private String render() {
    markup.trusted("<!DOCTYPE html>\n").open("html", "lang", "en");
    ReportPage.writeHead(result.experiment() + " \u00b7 trial " + result.trial(), markup);
    markup.open("body").open("main");
    writeHeader();
    TrainedModel model = result.model();
    if (!model.confusionMatrix().isEmpty()) {
      writeConfusion(new Confusion(model.confusionMatrix()));
    }
    if (!model.labelCounts().isEmpty()) {
      section("labels", "Labels in the test part");
      writeLabels(model.labelCounts());
      markup.close();
    }
    result
        .network()
        .ifPresent(
            network -> {
              section("network", "The network");
              NetworkFigure.write("Network of trial " + result.trial(), network, markup);
              markup.close();
            });
    markup.close().leaf("div", "", "id", "tip", "role", "status", "hidden", "hidden");
    markup.open("script").trusted(InlineResource.tooltipScript()).close();
    return markup.close().close().trusted("\n").toString();
  }

  private void section(String id, String title) {
    markup.trusted("\n").open("section", "id", id).leaf("h2", title);
  }

  private void writeHeader() {
    TrainedModel model = result.model();
    markup.open("header").leaf("p", "Final training of a network", "class", "kind");
    markup.leaf("h1", result.experiment()).open("p", "class", "facts");
    writeFact("run", result.run());
    writeFact("trial", Integer.toString(result.trial()));
    writeFact("epochs", model.history().size() + ", the best was " + model.bestEpoch());
    markup.close().open("dl", "class", "tiles");
    model.testMetrics().forEach((name, value) -> writeTile(name, NumberFormat.significant(value)));
    model.parameters().ifPresent(count -> writeTile("parameters", NumberFormat.whole(count)));
    markup.close();
    markup.leaf(
        "p",
        "The network was trained from scratch and measured once on the test part, which the search"
            + " has not seen.",
        "class",
        "note");
    markup.close();
  }

  private void writeFact(String name, String value) {
    markup.open("span").leaf("span", name + " ", "class", "name").text(value).close().text(" ");
  }

  private void writeTile(String name, String value) {
    markup.open("div").leaf("dt", name).leaf("dd", value).close();
  }

  private void writeConfusion(Confusion confusion) {
    if (confusion.classes() <= ConfusionFigure.MOST_CLASSES) {
      section("confusion", "Confusion matrix of the test part");
      new ConfusionFigure(result, confusion, markup).write();
      markup.close();
    }
    section("mistakes", "Most confused classes");
    new MistakesFigure(result, markup).write(confusion);
    markup.close();
  }

  private void writeLabels(List<LabelCounts> counts) {
    CardTable table =
        new CardTable()
            .words("label")
            .numbers("examples")
            .numbers("predicted")
            .numbers("accuracy")
            .numbers("precision")
            .numbers("recall")
            .numbers("F1");
    for (LabelCounts label : counts) {
      table.row(
          label.label(),
          NumberFormat.whole(label.positives()),
          NumberFormat.whole(label.truePositives() + label.falsePositives()),
          NumberFormat.fixed(label.accuracy(), 4),
          fixed(label.precision()),
          fixed(label.recall()),
          fixed(label.f1()));
    }
    table.writeTo(markup);
  }

  private static String fixed(OptionalDouble value) {
    return value.isPresent() ? NumberFormat.fixed(value.getAsDouble(), 4) : CardTable.ABSENT;
  }
}
