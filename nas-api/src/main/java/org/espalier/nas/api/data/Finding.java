package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A property of the data that makes results on them doubtful.
 *
 * @param kind the kind of finding
 * @param subject the column or part it is about
 * @param message a description with the numbers and a remedy
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record Finding(Kind kind, String subject, String message) {

  /** The kinds of findings. */
  public enum Kind {
    /** The label is a function of a column. */
    LABEL_LEAKAGE,
    /** A column counts the rows. */
    ROW_NUMBER,
    /** A column has one value only. */
    CONSTANT_COLUMN,
    /** A label always applies, or never, in the training part. */
    CONSTANT_LABEL,
    /** The same row or image occurs in two parts. */
    DUPLICATES_ACROSS_PARTS,
    /** Nearly the same image occurs in two parts. */
    NEAR_DUPLICATES_ACROSS_PARTS,
    /** Equal images have different classes. */
    CONFLICTING_CLASSES,
    /** A class has no example in the training part. */
    MISSING_CLASS,
    /** Files were left out because they cannot be used as images. */
    BROKEN_FILES,
    /** Images consist of a single colour. */
    CONSTANT_IMAGES,
    /** Images have different sizes or numbers of channels. */
    MIXED_IMAGES,
    /** Features differ in scale by orders of magnitude and are not scaled. */
    UNSCALED_FEATURES,
    /** A column or the target has values far from most others. */
    OUTLIERS,
    /** One class is far more frequent than another. */
    CLASS_IMBALANCE,
    /** The names of classes differ only in case or white space. */
    SIMILAR_CLASSES,
    /** Values are missing. */
    MISSING_VALUES
  }

  /** Checks that no component is null. */
  public Finding {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(message);
  }
}
