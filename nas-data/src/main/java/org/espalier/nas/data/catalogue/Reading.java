package org.espalier.nas.data.catalogue;

import java.util.List;
import java.util.Objects;
import org.espalier.nas.data.image.CifarLabels;
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

  /** Images of one size with a class each. */
  sealed interface Images extends Reading {

    /** Returns the names of the classes in the order of their indices. */
    List<String> classes();
  }

  /**
   * Files of images and labels in the IDX format: images, labels, and those of the test part.
   *
   * @param label name of the target
   * @param classes names of the classes in the order of their indices
   */
  record Idx(String label, List<String> classes) implements Images {
    /** Checks and copies the components. */
    public Idx {
      Objects.requireNonNull(label);
      classes = List.copyOf(classes);
    }
  }

  /**
   * Files in the binary format of CIFAR; the last one is the test part.
   *
   * @param label name of the target
   * @param classes names of the classes in the order of their numbers
   * @param labels the label bytes of the files
   */
  record Cifar(String label, List<String> classes, CifarLabels labels) implements Images {
    /** Checks and copies the components. */
    public Cifar {
      Objects.requireNonNull(label);
      classes = List.copyOf(classes);
      Objects.requireNonNull(labels);
    }
  }
}
