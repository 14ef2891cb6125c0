package org.espalier.nas.data.catalogue;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.table.CsvFormat;

/** How the files of a public data set are read. */
public sealed interface Reading {

  /** The name of what is predicted. */
  String label();

  /**
   * A text file, or two: the second has the rows of the test part.
   *
   * @param format how the files are written
   * @param label the label column
   * @param rule what the label's values mean
   */
  record Csv(CsvFormat format, String label, LabelRule rule) implements Reading {
    /** Checks that all are there. */
    public Csv {
      Objects.requireNonNull(format);
      Objects.requireNonNull(label);
      Objects.requireNonNull(rule);
    }
  }

  /**
   * Files of images and labels in the IDX format: images, labels, and those of the test part.
   *
   * @param label the name of what is predicted
   * @param classes the names of the classes in the order of their indices
   */
  record Idx(String label, List<String> classes) implements Reading {
    /** Checks and copies. */
    public Idx {
      Objects.requireNonNull(label);
      classes = List.copyOf(classes);
    }
  }
}
