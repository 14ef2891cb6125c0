package org.espalier.nas.spark;

import java.io.IOException;
import org.apache.spark.api.java.function.Function;

/** Task that evaluates one trial. */
final class EvaluationTask implements Function<Long, byte[]> {

  private static final long serialVersionUID = 1L;

  private final String study;

  EvaluationTask(String study) {
    this.study = study;
  }

  @Override
  public byte[] call(Long attempt) throws IOException {
    return ExecutorSide.workers().evaluate(study, attempt);
  }
}
