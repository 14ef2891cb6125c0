package org.espalier.nas.analysis.report;

import java.util.Comparator;
import java.util.List;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.picture.Picture;
import org.espalier.nas.analysis.picture.PictureSheet;
import org.espalier.nas.analysis.statistics.Confusion;
import org.espalier.nas.analysis.statistics.Confusion.Pair;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.evaluation.Misclassification;

/** The pairs of classes that are confused most, with their images if the data are images. */
final class MistakesFigure {
  private static final int MOST_ROWS = 20;
  private static final int MOST_PAIRS = 10;
  private static final int MOST_IMAGES = 8;

  private final ModelResult result;
  private final Markup markup;

  MistakesFigure(ModelResult result, Markup markup) {
    this.result = result;
    this.markup = markup;
  }

  /** Writes pictures of the mistakes, or a table. */
  void write(Confusion confusion) {
    List<Pair> pairs = confusion.pairs();
    if (pairs.isEmpty()) {
      markup.leaf("p", "All predictions for the test part are correct.", "class", "nothing");
      return;
    }
    int shown;
    if (result.images().isPresent() && !result.model().misclassified().isEmpty()) {
      shown = MOST_PAIRS;
      markup.leaf(
          "p",
          "Images of the test part by true and predicted class, with the predicted probability of"
              + " the wrong class; the most probable ones first.");
      markup.open("div", "class", "mistakes");
      pairs.stream().limit(shown).forEach(pair -> write(pair, result.images().get()));
      markup.close();
    } else {
      shown = MOST_ROWS;
      writeTable(pairs.subList(0, Math.min(shown, pairs.size())));
    }
    int hidden = pairs.size() - shown;
    if (hidden > 0) {
      markup.leaf(
          "p",
          hidden == 1
              ? "One more pair of classes is not shown."
              : hidden + " more pairs of classes are not shown.",
          "class",
          "note");
    }
  }

  private void writeTable(List<Pair> pairs) {
    CardTable table =
        new CardTable()
            .words("true class")
            .words("predicted class")
            .numbers("examples")
            .numbers("share of the true class");
    for (Pair pair : pairs) {
      table.row(
          result.className(pair.actual()),
          result.className(pair.predicted()),
          NumberFormat.whole(pair.count()),
          NumberFormat.percent(pair.share(), 1));
    }
    table.writeTo(markup);
  }

  private void write(Pair pair, Pixels images) {
    String actual = result.className(pair.actual());
    String predicted = result.className(pair.predicted());
    markup.open("figure").open("h3").text(actual + " \u2192 " + predicted + " ");
    String size =
        NumberFormat.whole(pair.count())
            + (pair.count() == 1 ? " image, " : " images, ")
            + NumberFormat.percent(pair.share(), 1)
            + " of the class";
    markup.leaf("small", size).close().open("ul", "class", "shots");
    result.model().misclassified().stream()
        .filter(
            mistake -> mistake.actual() == pair.actual() && mistake.predicted() == pair.predicted())
        .sorted(Comparator.comparingDouble(Misclassification::probability).reversed())
        .limit(MOST_IMAGES)
        .forEach(mistake -> write(mistake, images));
    markup.close().close();
  }

  private void write(Misclassification mistake, Pixels images) {
    String text =
        "Test image %d of the class %s, predicted as %s"
            .formatted(
                mistake.example(),
                result.className(mistake.actual()),
                result.className(mistake.predicted()));
    markup.open("li", "data-tip", text);
    ImagesSection.write(
        new PictureSheet(List.of(Picture.of(images, mistake.example()))), text, markup);
    markup.text(NumberFormat.percent(mistake.probability(), 0)).close();
  }
}
