package org.espalier.nas.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.espalier.nas.engine.remote.ClusterSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkConfigurationTest {

  @TempDir Path folder;

  private static ClusterSettings settings(String master, boolean ship, Map<String, String> conf) {
    return new ClusterSettings("spark", "wine", master, 3, 2, 1500, 2000, 1, ship, conf);
  }

  private SparkConf conf(
      ClusterSettings settings, Map<String, String> environment, String... path) {
    return new SparkConfiguration(settings, environment, List.of(path)).conf();
  }

  @Test
  void aTrialHasAnExecutorForItself() {
    SparkConf conf = conf(settings("yarn", true, Map.of()), Map.of());

    assertThat(conf.get("spark.executor.cores")).isEqualTo("2");
    assertThat(conf.get("spark.task.cpus")).isEqualTo("2");
    assertThat(conf.get("spark.cores.max")).isEqualTo("6");
    assertThat(conf.get("spark.executor.instances")).isEqualTo("3");
    assertThat(conf.get("spark.executor.memory")).isEqualTo("1500m");
    assertThat(conf.get("spark.executor.memoryOverhead")).isEqualTo("2000m");
    assertThat(conf.get("spark.executor.resource.gpu.amount")).isEqualTo("1");
    assertThat(conf.get("spark.task.resource.gpu.amount")).isEqualTo("1");
  }

  @Test
  void aTrialIsRunOnceAndCanBeKilled() {
    SparkConf conf = conf(settings("yarn", true, Map.of()), Map.of());

    assertThat(conf.get("spark.task.maxFailures")).isEqualTo("1");
    assertThat(conf.get("spark.speculation")).isEqualTo("false");
    assertThat(conf.get("spark.task.reaper.enabled")).isEqualTo("true");
  }

  @Test
  void optionsOfSparkOverride() {
    SparkConf conf = conf(settings("yarn", true, Map.of("spark.ui.enabled", "true")), Map.of());

    assertThat(conf.get("spark.ui.enabled")).isEqualTo("true");
  }

  @Test
  void whatChangesBitsIsTheSameOnExecutors() {
    SparkConf conf =
        conf(
            settings("yarn", true, Map.of()),
            Map.of("TF_ENABLE_ONEDNN_OPTS", "1", "NAS_DATA_DIR", "/data", "PGPASSWORD", "secret"));

    assertThat(conf.get("spark.executorEnv.TF_ENABLE_ONEDNN_OPTS")).isEqualTo("1");
    assertThat(conf.get("spark.executorEnv.NAS_DATA_DIR")).isEqualTo("/data");
    assertThat(conf.toDebugString()).doesNotContain("secret");
  }

  @Test
  void allJarsAreSentButThoseOfSparkAndOfLogging() throws Exception {
    Path own = Files.createFile(folder.resolve("nas-cli.jar"));
    Path logging = Files.createFile(folder.resolve("logback-classic-1.6.6.jar"));
    Path jars = Files.createDirectories(folder.resolve("spark").resolve("jars"));
    Path spark = Files.createFile(jars.resolve("spark-core.jar"));

    SparkConf conf =
        conf(
            settings("spark://host:7077", true, Map.of()),
            Map.of("SPARK_HOME", folder.resolve("spark").toString()),
            own.toString(),
            logging.toString(),
            spark.toString(),
            folder.toString());

    assertThat(conf.get("spark.jars")).isEqualTo(own.toUri().toString());
    assertThat(conf.contains("spark.executor.extraClassPath")).isFalse();
  }

  @Test
  void jarsThatAreOnAllMachinesAreNotSent() {
    SparkConf conf = conf(settings("spark://host:7077", false, Map.of()), Map.of(), "/opt/a.jar");

    assertThat(conf.get("spark.executor.extraClassPath")).isEqualTo("/opt/a.jar");
    assertThat(conf.contains("spark.jars")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "local[2], true",
    "'local-cluster[2,1,512]', true",
    "spark://127.0.0.1:7077, true",
    "spark://localhost:7077, true",
    "spark://localhost.example.org:7077, false",
    "spark://10.0.0.1:7077, false",
    "yarn, false"
  })
  void nothingListensBeyondThisMachineIfTheClusterIsHere(String master, boolean here) {
    SparkConf conf = conf(settings(master, true, Map.of()), Map.of());

    assertThat(conf.get("spark.driver.bindAddress", "all")).isEqualTo(here ? "127.0.0.1" : "all");
  }
}
