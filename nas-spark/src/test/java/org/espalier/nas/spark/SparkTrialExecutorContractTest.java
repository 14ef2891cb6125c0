package org.espalier.nas.spark;

import org.espalier.nas.engine.executor.TrialExecutorContract;
import org.espalier.nas.engine.executor.TrialExecutorFactory;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.RemoteAttempts;
import org.espalier.nas.engine.remote.ScriptedWorkers;
import org.espalier.nas.engine.remote.StudyState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
}
