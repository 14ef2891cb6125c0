package org.espalier.nas.analysis.report;

import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.statistics.Confusion;

/** The confusion matrix of up to twenty classes as a heat map. */
final class ConfusionFigure {
  /** Largest number of classes of a matrix. */
  static final int MOST_CLASSES = 20;

  private static final double MOST_COLOR = 50;

  private final ModelResult result;
  private final Confusion confusion;
  private final Markup markup;
  private final double worst;

  ConfusionFigure(ModelResult result, Confusion confusion, Markup markup) {
    this.result = result;
    this.confusion = confusion;
    this.markup = markup;
    worst = confusion.pairs().stream().mapToDouble(Confusion.Pair::share).max().orElse(1);
  }

  /** Writes the heat map with a caption. */
  void write() {
    markup.open("figure", "class", "full");
    markup.open("div", "class", "scroll", "tabindex", "0");
    markup.open("table", "class", "heat confusion").open("thead").open("tr");
    markup.leaf("th", "true \\ predicted", "scope", "col");
    for (int predicted = 0; predicted < confusion.classes(); predicted++) {
      writeHeading("col", predicted);
    }
    markup.close().close().open("tbody");
    for (int actual = 0; actual < confusion.classes(); actual++) {
      markup.open("tr");
      writeHeading("row", actual);
      for (int predicted = 0; predicted < confusion.classes(); predicted++) {
        writeCell(actual, predicted);
      }
      markup.close();
    }
    markup.close().close().close();
    markup
        .leaf(
            "figcaption",
            "Rows are true classes, columns are predictions. Large: number of examples; small:"
                + " share of the true class, on the diagonal the recall. The strongest color of the"
                + " mistakes is the largest share, not 100 %.")
        .close();
  }

  private void writeHeading(String scope, int index) {
    String name = result.className(index);
    markup.open("th", "scope", scope, "data-tip", name).leaf("span", name).close();
  }

  private void writeCell(int actual, int predicted) {
    long count = confusion.count(actual, predicted);
    if (count == 0) {
      markup.leaf("td", "", "class", "never");
      return;
    }
    double share = confusion.share(actual, predicted);
    boolean right = actual == predicted;
    double color = right ? 100 * share : MOST_COLOR * share / worst;
    String tip =
        "%s%npredicted: %s%n%s of %s, %s"
            .formatted(
                result.className(actual),
                result.className(predicted),
                NumberFormat.whole(count),
                NumberFormat.whole(confusion.total(actual)),
                NumberFormat.percent(share, 2))
            .replace("\r", "");
    markup.open(
        "td",
        "class",
        right ? share > 0.5 ? "strong" : "weak" : "wrong",
        "style",
        "--share:" + NumberFormat.fixed(color, 0) + "%",
        "data-tip",
        tip);
    markup.leaf("b", NumberFormat.whole(count)).text(" ");
    markup.leaf("small", NumberFormat.percent(share, 1)).close();
  }
}
