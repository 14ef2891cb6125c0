package org.espalier.nas.engine.table;

import java.util.Optional;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an evaluator that evaluates nothing, for search spaces that depend on the data set of
 * results from elsewhere.
 *
 * @param dataset the data set, or null if there is none
 */
public record MeasuredDataSettings(@Nullable MeasuredData dataset) implements EvaluatorSettings {

  @Override
  public Optional<DatasetInfo> datasetInfo() {
    return Optional.ofNullable(dataset).map(MeasuredData::info);
  }
}
