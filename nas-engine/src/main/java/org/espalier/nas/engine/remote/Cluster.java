package org.espalier.nas.engine.remote;

import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.espalier.nas.engine.executor.TrialExecutor;

/** A connection to a cluster, whose processes are this program's until it is closed. */
public interface Cluster extends AutoCloseable {

  /**
   * Starts an executor of trials, which the caller closes before the cluster.
   *
   * @param attempts the study's side of the connections to its workers
   * @param failures receiver of errors that belong to no attempt
   */
  TrialExecutor executor(RemoteAttempts attempts, Consumer<Throwable> failures);

  /**
   * Calls a function on one of the machines. A call whose machine is lost is repeated.
   *
   * @param function the name of a {@link RemoteFunction}
   * @param argument the argument
   * @return the function's value; cancelling it ends the call
   */
  Future<byte[]> call(String function, byte[] argument);

  /**
   * Calls a function once in each process that the cluster gives, and waits for their values.
   *
   * @param function the name of a {@link RemoteFunction}
   * @param argument the argument of each call
   * @throws org.espalier.nas.api.NasException if the cluster gives no process, or a process does
   *     not answer
   */
  List<byte[]> callEach(String function, byte[] argument);

  /** Waits for the processes to end, and frees what this process used. */
  @Override
  void close();
}
