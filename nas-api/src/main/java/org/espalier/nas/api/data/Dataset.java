package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Prepared data: split into parts, encoded, scaled. Immutable and safe for use by several threads.
 */
@API(status = MAINTAINED, since = "0.1")
public interface Dataset {

  /** {@return the description of the data; always an equal value} */
  DatasetInfo info();

  /**
   * Returns the examples of a part.
   *
   * @param part the part
   * @return always the same object; only the test part may be empty
   */
  Examples examples(Part part);

  /**
   * Returns the folds of a cross-validation. Each is a data set with its own training and
   * validation part, on which everything fitted to data was fitted anew, and with the same test
   * part; the shape of the examples is that of this data set. An evaluator trains a network on each
   * fold and reports the means of their metrics. The parts of this data set are those of the first
   * fold.
   *
   * @return at least two folds, always the same objects; empty by default: the data are divided
   *     once
   */
  default List<Dataset> folds() {
    return List.of();
  }

  /**
   * Returns the properties of the data that make results on them doubtful.
   *
   * @return findings; empty if none
   */
  default List<Finding> audit() {
    return List.of();
  }

  /**
   * Returns the trained network that computed the examples from images. An evaluator whose models
   * are exported puts it below them.
   *
   * @return empty by default: the examples are the prepared data
   */
  default Optional<FeatureExtractor> extractor() {
    return Optional.empty();
  }
}
