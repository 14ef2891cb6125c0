package org.espalier.nas.spark;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.espalier.nas.engine.remote.ClusterSettings;

/** Spark's own configuration for the settings of a cluster. */
final class SparkConfiguration {

  /** Variables of the environment on which the bits of results or the place of data depend. */
  private static final List<String> VARIABLES =
      List.of(
          "TF_ENABLE_ONEDNN_OPTS",
          "ONEDNN_MAX_CPU_ISA",
          "TF_DETERMINISTIC_OPS",
          "TF_CPP_MIN_LOG_LEVEL",
          "MALLOC_ARENA_MAX",
          "NAS_DATA_DIR");

  /** Libraries of which each process may have one only, and executors have Spark's. */
  private static final Set<String> LOGGING = Set.of("logback-classic", "logback-core", "slf4j-api");

  private static final String JVM =
      "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m";

  private final ClusterSettings settings;
  private final Map<String, String> environment;
  private final List<String> classPath;

  /**
   * Creates the configuration.
   *
   * @param environment variables of this process by name
   * @param classPath entries of this process's class path
   */
  SparkConfiguration(
      ClusterSettings settings, Map<String, String> environment, List<String> classPath) {
    this.settings = settings;
    this.environment = Map.copyOf(environment);
    this.classPath = List.copyOf(classPath);
  }

  /** Returns the configuration of this process. */
  static SparkConfiguration ofProcess(ClusterSettings settings) {
    String path = System.getProperty("java.class.path", "");
    return new SparkConfiguration(
        settings, System.getenv(), Arrays.asList(path.split(File.pathSeparator)));
  }

  /** Returns true if all processes are on this machine. */
  boolean onThisMachine() {
    String master = settings.master();
    return master.startsWith("local") || master.matches("spark://(localhost|127\\.[\\d.]+)[:/].*");
  }

  SparkConf conf() {
    SparkConf conf =
        new SparkConf(true)
            .setMaster(settings.master())
            .setAppName("Espalier " + settings.name())
            .set("spark.plugins", WorkerPlugin.class.getName());
    trials(conf);
    processes(conf);
    program(conf);
    memory(conf);
    if (onThisMachine()) {
      conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
    }
    settings.options().forEach(conf::set);
    return conf;
  }

  /** One task a trial, which is run once; the study decides on repetitions. */
  private static void trials(SparkConf conf) {
    conf.set("spark.task.maxFailures", "1")
        .set("spark.speculation", "false")
        .set("spark.task.reaper.enabled", "true")
        .set("spark.task.reaper.pollingInterval", "1s")
        .set("spark.task.reaper.killTimeout", "10s");
  }

  private void processes(SparkConf conf) {
    String cores = Integer.toString(settings.cores());
    conf.set("spark.executor.cores", cores)
        .set("spark.task.cpus", cores)
        .set("spark.executor.memory", settings.memory() + "m")
        .set("spark.executor.memoryOverhead", settings.nativeMemory() + "m");
    if (settings.executors() > 0) {
      conf.set("spark.executor.instances", Integer.toString(settings.executors()))
          .set("spark.cores.max", Integer.toString(settings.executors() * settings.cores()));
    }
    if (settings.gpus() > 0) {
      String gpus = Integer.toString(settings.gpus());
      conf.set("spark.executor.resource.gpu.amount", gpus)
          .set("spark.task.resource.gpu.amount", gpus);
    }
  }

  private void program(SparkConf conf) {
    for (String name : VARIABLES) {
      String value = environment.get(name);
      if (value != null) {
        conf.set("spark.executorEnv." + name, value);
      }
    }
    conf.set("spark.executor.extraJavaOptions", JVM);
    if (settings.ship()) {
      conf.set(
          "spark.jars",
          jars().map(jar -> Path.of(jar).toUri().toString()).collect(Collectors.joining(",")));
    } else {
      conf.set(
          "spark.executor.extraClassPath",
          classPath.stream()
              .map(entry -> Path.of(entry).toAbsolutePath().toString())
              .collect(Collectors.joining(File.pathSeparator)));
    }
  }

  /** Returns the jars that executors lack: all but those of Spark and of logging. */
  private Stream<String> jars() {
    Path home = Path.of(environment.getOrDefault("SPARK_HOME", "")).toAbsolutePath();
    return classPath.stream()
        .filter(entry -> entry.endsWith(".jar") && Files.isRegularFile(Path.of(entry)))
        .filter(entry -> !Path.of(entry).toAbsolutePath().startsWith(home.resolve("jars")))
        .filter(entry -> LOGGING.stream().noneMatch(name -> file(entry).startsWith(name)));
  }

  private static String file(String entry) {
    return String.valueOf(Path.of(entry).getFileName());
  }

  /** This process remembers little of the jobs that are over, however many trials there are. */
  private static void memory(SparkConf conf) {
    conf.set("spark.ui.enabled", "false")
        .set("spark.ui.showConsoleProgress", "false")
        .set("spark.ui.retainedJobs", "100")
        .set("spark.ui.retainedStages", "100")
        .set("spark.ui.retainedTasks", "1000")
        .set("spark.ui.retainedDeadExecutors", "20");
  }
}
