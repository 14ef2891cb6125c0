package org.espalier.nas.analysis.report;

import org.espalier.nas.analysis.run.RunRecord;

/** A part of the page under a heading of its own. */
interface Section {

  /** What links to it are named after; of letters and hyphens. */
  String id();

  /** The heading. */
  String title();

  /** Writes what stands under the heading. */
  void write(RunRecord run, Page page);
}
