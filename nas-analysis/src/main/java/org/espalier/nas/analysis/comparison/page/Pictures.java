package org.espalier.nas.analysis.comparison.page;

import java.util.Optional;
import java.util.function.Function;
import org.espalier.nas.analysis.comparison.figure.Layout;
import org.espalier.nas.analysis.drawing.Drawing;
import org.espalier.nas.analysis.drawing.SvgWriter;
import org.espalier.nas.analysis.markup.Markup;

/** Puts drawings into the page, each for wide screens and again for phones. */
final class Pictures {

  private final Markup markup;

  Pictures(Markup markup) {
    this.markup = markup;
  }

  /** A figure with what is to be known to read it. */
  void figure(Function<Layout, Drawing> drawings, String caption) {
    markup.open("figure");
    both(drawings);
    caption(caption);
  }

  /** Two figures of which one is shown at a time, on paper both; the second may be missing. */
  void choice(
      String id,
      String firstName,
      Function<Layout, Drawing> first,
      String secondName,
      Function<Layout, Optional<Drawing>> second,
      String caption) {
    markup.open("figure", "class", "choice");
    boolean both = second.apply(Layout.WIDE).isPresent();
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

  private void both(Function<Layout, Drawing> drawings) {
    for (Layout layout : Layout.values()) {
      markup.open("div", "class", layout == Layout.WIDE ? "drawing for-wide" : "drawing for-phone");
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
