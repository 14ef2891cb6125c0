package org.espalier.nas.analysis.report;

/** A section of the page. */
interface ReportSection {

  /** Returns the anchor of links; letters and hyphens. */
  String id();

  /** Returns the heading. */
  String title();

  /** Writes the content below the heading. */
  void write(RunReport run, ReportWriter page);
}
