package org.espalier.nas.analysis.report;

/** A section of the page. */
interface ReportSection {

  /** Returns the anchor of links; letters and hyphens. */
  String id();

  /** Returns the heading. */
  String title();

  /** Returns false if the run has no data of this kind, so that the section is left out. */
  default boolean applies(RunReport run) {
    return true;
  }

  /** Writes the content below the heading. */
  void write(RunReport run, ReportWriter page);
}
