package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.ClusterSettings;
import org.espalier.nas.experiment.cluster.ClusterHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks of clusters whose executors are real and, but for the first, not like this process. */
@Timeout(120)
class ExecutorHealthTest {

  private static ClusterHealth health(int executors, Map<String, String> options) {
    ClusterSettings plain = LocalSpark.settings(executors);
    ClusterSettings settings =
        new ClusterSettings(
            plain.type(),
            plain.name(),
            plain.master(),
            plain.executors(),
            plain.cores(),
            plain.memory(),
            plain.nativeMemory(),
            plain.gpus(),
            plain.ship(),
            options);
    try (Cluster cluster = new SparkClusterProvider().connect(settings)) {
      return ClusterHealth.of(cluster);
    }
  }

  /** Returns this process's class path without the jars whose name contains a text. */
  private static String classPathWithout(String text) {
    return Arrays.stream(System.getProperty("java.class.path").split(":"))
        .filter(entry -> !entry.contains(text))
        .collect(Collectors.joining(":"));
  }

  @Test
  void executorsLikeThisProcessAreHealthy() {
    ClusterHealth health = health(2, Map.of());

    assertThat(health.executors()).hasSize(2);
    assertThat(health.executors())
        .allSatisfy(
            facts ->
                assertThat(facts.get("training"))
                    .hasSize(64)
                    .isEqualTo(health.here().get("training")));
    assertThat(health.faults()).isEmpty();
  }

  @Test
  void aMissingNativeLibraryIsNamed() {
    String without = classPathWithout("tensorflow-core-native-");
    ClusterHealth health = health(1, Map.of("spark.executor.extraClassPath", without));

    assertThat(health.faults())
        .singleElement()
        .asString()
        .contains("cannot train: TensorFlow's native library cannot be loaded on this machine");
  }

  @Test
  void otherInstructionsOfTheProcessorAreNamed() {
    Map<String, String> options = new HashMap<>();
    options.put("spark.executorEnv.ONEDNN_MAX_CPU_ISA", "SSE41");
    options.put("spark.executorEnv.TF_ENABLE_ONEDNN_OPTS", "1");
    ClusterHealth health = health(1, options);

    assertThat(health.faults())
        .singleElement()
        .asString()
        .contains("gives other bits than this machine")
        .contains("ONEDNN_MAX_CPU_ISA (SSE41, here unset)");
  }
}
