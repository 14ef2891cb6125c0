package org.espalier.nas.engine.remote;

import java.nio.file.Path;
import org.espalier.nas.engine.executor.TrialExecutorContract;
import org.espalier.nas.engine.executor.TrialExecutorFactory;
import org.junit.jupiter.api.io.TempDir;

class RemoteAttemptsContractTest extends TrialExecutorContract {

  @TempDir Path folder;

  @Override
  protected TrialExecutorFactory factory() {
    return failures ->
        new ThreadsInBytes(
            new RemoteAttempts(ScriptedWorkers.STUDY, new StudyState(false)), folder);
  }
}
