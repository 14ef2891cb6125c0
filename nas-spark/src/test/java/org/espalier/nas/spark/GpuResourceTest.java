package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.RecordedAttempt;
import org.espalier.nas.engine.executor.TrialExecutor;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.ClusterSettings;
import org.espalier.nas.engine.remote.RemoteAttempts;
import org.espalier.nas.engine.remote.ScriptedWorkers;
import org.espalier.nas.engine.remote.StudyState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines with GPUs, of which a script tells that is written for the test. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class GpuResourceTest {

  @TempDir Path folder;

  private ClusterSettings settings() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("gpus"),
            "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"3\"]}'\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    ClusterSettings plain = LocalSpark.settings(1);
    return new ClusterSettings(
        plain.type(),
        plain.name(),
        plain.master(),
        plain.executors(),
        plain.cores(),
        plain.memory(),
        plain.nativeMemory(),
        1,
        plain.ship(),
        Map.of(
            "spark.worker.resource.gpu.amount",
            "1",
            "spark.worker.resource.gpu.discoveryScript",
            script.toString()));
  }

  @Test
  void aWorkerKnowsTheGpuOfItsProcess() throws Exception {
    RecordedAttempt attempt = RecordedAttempt.of(1, "names its gpu");
    try (Cluster cluster = new SparkClusterProvider().connect(settings());
        TrialExecutor executor =
            cluster.executor(
                new RemoteAttempts(ScriptedWorkers.STUDY, new StudyState(false)),
                failure -> {
                  throw new AssertionError(failure);
                })) {
      executor.submit(attempt);

      assertThat(attempt.end())
          .isInstanceOfSatisfying(
              AttemptEnd.Evaluated.class,
              end -> assertThat(end.outcome().measurements().get(0).metric("gpu")).hasValue(3.0));
    }
  }
}
