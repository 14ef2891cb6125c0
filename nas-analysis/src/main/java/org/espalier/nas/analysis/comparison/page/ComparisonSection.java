package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.markup.Markup;

/** A section of the page. */
interface ComparisonSection {

  /** Returns the anchor of links; letters and hyphens. */
  String id();

  /** Returns the heading. */
  String title();

  /** Returns false if the comparison has no data of this kind, so that the section is left out. */
  default boolean applies(PageModel view) {
    return true;
  }

  /** Writes the content below the heading. */
  void write(PageModel view, Markup markup);
}
