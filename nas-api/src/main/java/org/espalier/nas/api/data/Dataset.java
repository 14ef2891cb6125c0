package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Prepared data: split into parts, encoded, scaled. Immutable and safe for use by several threads.
 */
@API(status = MAINTAINED, since = "0.1")
public interface Dataset {

  /** {@return what the data are; always an equal value} */
  DatasetInfo info();

  /**
   * The examples of a part.
   *
   * @param part which part
   * @return always the same object; may be empty for the test part only
   */
  Examples examples(Part part);

  /**
   * What a person should know about the data before believing results on them.
   *
   * @return findings; empty if nothing is wrong
   */
  default List<Finding> audit() {
    return List.of();
  }
}
