package org.espalier.nas.experiment.file;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.engine.remote.ClusterSettings;

/**
 * Executors of an Apache Spark cluster, each of which evaluates one trial at a time.
 *
 * @param master address of the cluster, as Spark has it
 * @param executors number of executors, or 0 for as many as the cluster gives
 * @param cores number of processors of an executor
 * @param memory heap of an executor in MiB
 * @param nativeMemory memory of an executor outside of the heap in MiB, which TensorFlow uses
 * @param gpu number of GPUs of an executor
 * @param program place of the program's files
 * @param conf options of Spark by name; they override all others
 */
@Description("Executors of an Apache Spark cluster, each of which evaluates one trial at a time.")
public record SparkExecutorSettings(
    @Description(
            "Address of the cluster: spark://HOST:7077, yarn, k8s://…, local-cluster[2,1,2048].")
        String master,
    @Default("0")
        @Description("Number of executors; 0: as many as the cluster gives.")
        @Range("[0, inf)")
        int executors,
    @Default("1") @Description("Number of processors of an executor.") @Range("[1, inf)") int cores,
    @Default("1024") @Description("Heap of an executor in MiB.") @Range("[256, inf)") int memory,
    @Default("1024")
        @Description("Memory of an executor outside of the heap in MiB, which TensorFlow uses.")
        @Range("[256, inf)")
        int nativeMemory,
    @Default("0") @Description("Number of GPUs of an executor.") @Range("[0, inf)") int gpu,
    @Default("auto") @Description("Place of the program's files.") Program program,
    @Default("{}") @Description("Options of Spark by name; they override all others.")
        Map<String, String> conf)
    implements ExecutorSettings {

  /** Kind of cluster. */
  public static final String TYPE = "spark";

  private static final Pattern MASTER =
      Pattern.compile(
          "spark://\\S+:\\d+\\S*|yarn|k8s://\\S+|local(\\[[\\d*, ]+])?|local-cluster\\[ *\\d+ *, *\\d+ *, *\\d+ *]");

  /** The place of the program's files. */
  public enum Program {
    /** Local for processes of this machine, and otherwise sent. */
    AUTO,
    /** Sent to each machine at the beginning. */
    SENT,
    /** On each machine at the same paths as here, as in a shared folder or an image. */
    LOCAL
  }

  /** Checks the ranges, and copies. */
  public SparkExecutorSettings {
    conf = Map.copyOf(conf);
    if (!MASTER.matcher(master).matches()) {
      throw new InvalidSettingException(
          "master",
          "master (%s) must be spark://HOST:PORT, yarn, k8s://ADDRESS, local[N] or local-cluster[N,CORES,MIB]."
              .formatted(master));
    }
    require("executors", executors, 0);
    require("cores", cores, 1);
    require("memory", memory, 256);
    require("nativeMemory", nativeMemory, 256);
    require("gpu", gpu, 0);
  }

  /** Returns the settings of a cluster with all defaults. */
  public static SparkExecutorSettings of(String master) {
    return new SparkExecutorSettings(master, 0, 1, 1024, 1024, 0, Program.AUTO, Map.of());
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new InvalidSettingException(
          name, "%s (%d) must be at least %d.".formatted(name, value, least));
    }
  }

  @Override
  public Optional<String> cluster() {
    return Optional.of(master);
  }

  /**
   * Returns the cluster as the engine knows it.
   *
   * @param name the name of the experiment
   */
  public ClusterSettings cluster(String name) {
    return new ClusterSettings(
        TYPE,
        name,
        master,
        executors,
        cores,
        memory,
        nativeMemory,
        gpu,
        program == Program.AUTO ? !master.startsWith("local") : program == Program.SENT,
        conf);
  }
}
