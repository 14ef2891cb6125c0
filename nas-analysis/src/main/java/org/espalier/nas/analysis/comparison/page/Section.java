package org.espalier.nas.analysis.comparison.page;

import org.espalier.nas.analysis.markup.Markup;

/** A part of the page under a heading of its own. */
interface Section {

  /** What links to it are named after; of letters and hyphens. */
  String id();

  /** The heading. */
  String title();

  /** Writes what stands under the heading. */
  void write(View view, Markup markup);
}
