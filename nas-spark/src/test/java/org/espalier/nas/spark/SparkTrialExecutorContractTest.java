package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.RecordedAttempt;
import org.espalier.nas.engine.executor.TrialExecutor;
import org.espalier.nas.engine.executor.TrialExecutorContract;
import org.espalier.nas.engine.executor.TrialExecutorFactory;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.RemoteAttempts;
import org.espalier.nas.engine.remote.RemoteStudy;
import org.espalier.nas.engine.remote.ScriptedWorkers;
import org.espalier.nas.engine.remote.StudyState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkTrialExecutorContractTest extends TrialExecutorContract {

  private Cluster cluster;

  @BeforeAll
  void connect() {
    cluster = new SparkClusterProvider().connect(LocalSpark.settings(1));
  }

  @AfterAll
  void disconnect() {
    cluster.close();
  }

  @Override
  protected TrialExecutorFactory factory() {
    return failures ->
        cluster.executor(
            new RemoteAttempts(ScriptedWorkers.STUDY, new StudyState(false)), failures);
  }

  @Test
  void aWorkerThatRefusesTheStudyEndsItWithItsReasonAndItsPlace() throws Exception {
    RecordedAttempt attempt = RecordedAttempt.of(1, "completes");
    RemoteStudy refused =
        new RemoteStudy(
            "scripted", new Bundle(Map.of("refusal", "There are other data."), Map.of()));
    try (TrialExecutor executor =
        cluster.executor(
            new RemoteAttempts(refused, new StudyState(false)),
            failure -> {
              throw new AssertionError(failure);
            })) {
      executor.submit(attempt);

      assertThat(attempt.end())
          .isInstanceOfSatisfying(
              AttemptEnd.Broken.class,
              broken ->
                  assertThat(broken.cause())
                      .hasMessageMatching("Executor \\d+ on 127.0.0.1: There are other data\\."));
    }
  }
}
