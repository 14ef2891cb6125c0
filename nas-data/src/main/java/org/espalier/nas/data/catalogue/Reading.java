package org.espalier.nas.data.catalogue;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.table.CsvFormat;

/** The format of the files of a public data set. */
public sealed interface Reading {

  /** Returns the name of the target. */
  String label();

  /**
   * A text file, or two: the second holds the rows of the test part.
   *
   * @param format format of the text files
   * @param label name of the label column
   * @param rule meaning of the label's values
   */
  record Csv(CsvFormat format, String label, LabelRule rule) implements Reading {
    /** Checks that all components are present. */
    public Csv {
      Objects.requireNonNull(format);
      Objects.requireNonNull(label);
      Objects.requireNonNull(rule);
    }
  }

  /**
   * Files of images and labels in the IDX format: images, labels, and those of the test part.
   *
   * @param label name of the target
   * @param classes names of the classes in the order of their indices
   */
  record Idx(String label, List<String> classes) implements Reading {
    /** Checks and copies the components. */
    public Idx {
      Objects.requireNonNull(label);
      classes = List.copyOf(classes);
    }
  }
}
