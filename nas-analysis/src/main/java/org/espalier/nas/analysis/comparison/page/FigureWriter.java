package org.espalier.nas.analysis.comparison.page;

import java.util.Optional;
import java.util.function.Function;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.markup.Markup;

/** A writer of figures, each for wide screens and again for phones. */
final class FigureWriter {

  private final Markup markup;

  FigureWriter(Markup markup) {
    this.markup = markup;
  }

  /** Writes a figure with its caption. */
  void figure(Function<FigureLayout, Drawing> drawings, String caption) {
    markup.open("figure");
    both(drawings);
    caption(caption);
  }

  /** Writes two figures with a switch between them, both on paper; the second may be missing. */
  void choice(
      String id,
      String firstName,
      Function<FigureLayout, Drawing> first,
      String secondName,
      Function<FigureLayout, Optional<Drawing>> second,
      String caption) {
    markup.open("figure", "class", "choice");
    boolean both = second.apply(FigureLayout.WIDE).isPresent();
    if (both) {
      radio(id + "-first", id, firstName, true);
      radio(id + "-second", id, secondName, false);
    }
    markup.open("div", "class", both ? "when-first" : "always");
    both(first);
    markup.close();
    if (both) {
      markup.open("div", "class", "when-second");
      both(layout -> second.apply(layout).orElseThrow());
      markup.close();
    }
    caption(caption);
  }

  private void caption(String caption) {
    if (!caption.isEmpty()) {
      markup.leaf("figcaption", caption);
    }
    markup.close();
  }

  private void both(Function<FigureLayout, Drawing> drawings) {
    for (FigureLayout layout : FigureLayout.values()) {
      markup.open(
          "div", "class", layout == FigureLayout.WIDE ? "drawing for-wide" : "drawing for-phone");
      SvgWriter.writeInPage(markup, drawings.apply(layout));
      markup.close();
    }
  }

  private void radio(String id, String group, String name, boolean checked) {
    if (checked) {
      markup.empty("input", "type", "radio", "name", group, "id", id, "checked", "checked");
    } else {
      markup.empty("input", "type", "radio", "name", group, "id", id);
    }
    markup.leaf("label", name, "for", id);
  }
}
