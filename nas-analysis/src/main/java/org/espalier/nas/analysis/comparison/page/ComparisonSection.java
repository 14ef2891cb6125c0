package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.markup.Markup;

/** A section of the page. */
interface ComparisonSection {

  /** Returns the anchor of links; letters and hyphens. */
  String id();

  /** Returns the heading. */
  String title();

  /** Writes the content below the heading. */
  void write(PageModel view, Markup markup);
}
