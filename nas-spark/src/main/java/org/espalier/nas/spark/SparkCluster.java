package org.espalier.nas.spark;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.Utils;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.executor.TrialExecutor;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.ClusterSettings;
import org.espalier.nas.engine.remote.RemoteAttempts;
import org.espalier.nas.engine.remote.RemoteException;

/** A Spark application, whose driver is this process. */
final class SparkCluster implements Cluster {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final JavaSparkContext context;
  private final SparkJobs jobs;

  private SparkCluster(JavaSparkContext context) {
    this.context = context;
    this.jobs = new SparkJobs(context);
  }

  static SparkCluster connect(ClusterSettings settings) {
    SparkConfiguration configuration = SparkConfiguration.ofProcess(settings);
    if (configuration.onThisMachine()) {
      // Masters and workers inside this process listen at the host's name otherwise.
      Utils.setCustomHostname("127.0.0.1");
    }
    JavaSparkContext context;
    try {
      context = new JavaSparkContext(configuration.conf());
    } catch (Exception e) {
      // Spark's own exceptions are checked ones, which its constructors do not declare.
      throw new NasException(
          "executor.master (%s) cannot be used: %s"
              .formatted(settings.master(), JobFailure.reason(e)),
          e);
    }
    if (context.sc().isStopped()) {
      throw new NasException(
          "executor.master (%s) cannot be used: no master answers there, or it has refused the application."
              .formatted(settings.master()));
    }
    return new SparkCluster(context);
  }

  @Override
  public TrialExecutor executor(RemoteAttempts attempts, Consumer<Throwable> failures) {
    return new SparkTrialExecutor(UUID.randomUUID().toString(), jobs, attempts);
  }

  @Override
  public Future<byte[]> call(String function, byte[] argument) {
    FunctionCall call = new FunctionCall(jobs, function, argument);
    call.launch();
    return call;
  }

  @Override
  public List<byte[]> callEach(String function, byte[] argument) {
    int executors = new ExecutorCount(context, PATIENCE).settled();
    try {
      // A barrier puts one task on each executor, since an executor has room for one.
      return BarrierJob.run(context, executors, new FunctionTask(function), argument).stream()
          .map(FunctionResult::read)
          .toList();
    } catch (RemoteException e) {
      throw e;
    } catch (Exception e) {
      throw new NasException("The executors do not answer: " + JobFailure.reason(e), e);
    }
  }

  @Override
  public void close() {
    context.close();
    jobs.close();
  }
}
