package org.espalier.nas.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.resource.ResourceInformation;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.remote.RemoteException;
import org.espalier.nas.engine.remote.TrialWorker;
import org.espalier.nas.engine.remote.WorkerPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workers of an executor: one for each study, which lives as long as the executor. */
final class Workers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final Map<String, TrialWorker> byStudy = new HashMap<>();
  private final PluginContext plugin;

  Workers(PluginContext plugin) {
    this.plugin = plugin;
  }

  /**
   * Evaluates a trial in the thread of a task.
   *
   * @param study the name of the study
   * @param attempt the number of the attempt
   * @return bytes for the study's side
   * @throws IOException if the driver cannot be reached
   */
  byte[] evaluate(String study, long attempt) throws IOException {
    TaskContext task = TaskContext.get();
    TrialWorker worker;
    try {
      worker = worker(study);
    } catch (RuntimeException | Error e) {
      LOG.error("Trials of the study {} cannot be evaluated here", study, e);
      return TrialWorker.broken(new RemoteException(place() + ": " + reason(e), e));
    }
    return worker.evaluate(attempt, task::isInterrupted);
  }

  private static String reason(Throwable error) {
    return error instanceof NasException ? String.valueOf(error.getMessage()) : error.toString();
  }

  /** Returns the executor and its machine, for messages. */
  String place() {
    // The plugin's own host name is that of its RPC server, which executors do not have.
    String host = SparkEnv.get().blockManager().blockManagerId().host();
    return "Executor " + plugin.executorID() + " on " + host;
  }

  private synchronized TrialWorker worker(String study) throws IOException {
    TrialWorker known = byStudy.get(study);
    if (known == null) {
      known =
          TrialWorker.open(
              request -> ask(study, request), Workers.class.getClassLoader(), freshPlace());
      byStudy.put(study, known);
    }
    return known;
  }

  /** Returns this process as a place with an empty folder, which Spark deletes in the end. */
  WorkerPlace freshPlace() throws IOException {
    Path root = Path.of(SparkFiles.getRootDirectory()).toAbsolutePath().normalize();
    ResourceInformation gpu = plugin.resources().get("gpu");
    return new WorkerPlace(
        place().replaceFirst("E", "e"),
        Files.createTempDirectory(root, "espalier-"),
        gpu == null ? List.of() : List.of(gpu.addresses()));
  }

  private byte[] ask(String study, byte[] request) throws IOException {
    try {
      return (byte[]) plugin.ask(new Message(study, request).bytes());
    } catch (Exception e) {
      throw new IOException(JobFailure.NO_DRIVER + ": " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    for (TrialWorker worker : byStudy.values()) {
      try {
        worker.close();
      } catch (RuntimeException e) {
        LOG.warn("A worker cannot be closed", e);
      }
    }
    byStudy.clear();
  }
}
