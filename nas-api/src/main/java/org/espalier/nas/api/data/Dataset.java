package org.espalier.nas.api.data;

import java.util.List;

/**
 * Prepared data: split into parts, encoded, scaled. Immutable and safe for use by several threads.
 */
public interface Dataset {

  /** What the data are. */
  DatasetInfo info();

  /** The examples of a part; always the same object. */
  Examples examples(Part part);

  /** What a person should know about the data before believing results on them. */
  default List<Finding> audit() {
    return List.of();
  }
}
