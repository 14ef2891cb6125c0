package org.espalier.nas.analysis.comparison;

/** The origin of the measurements of a problem. */
public enum MeasurementSource {
  /** Networks trained for the comparison. */
  TRAINING,
  /** A table of results of earlier trainings. */
  TABLE,
  /** A formula; nothing is trained. */
  FORMULA
}
