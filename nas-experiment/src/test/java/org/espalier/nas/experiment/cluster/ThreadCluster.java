package org.espalier.nas.experiment.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.espalier.nas.engine.executor.TrialExecutor;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.ClusterProvider;
import org.espalier.nas.engine.remote.ClusterSettings;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.remote.RemoteAttempts;
import org.espalier.nas.engine.remote.RemoteException;
import org.espalier.nas.engine.remote.RemoteFunction;
import org.espalier.nas.engine.remote.WorkerPlace;

/** A cluster whose machines are two threads of this process, which get and return bytes. */
public final class ThreadCluster implements Cluster {

  private final Path folder;
  private final UnaryOperator<byte[]> line;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final AtomicInteger calls = new AtomicInteger();

  private ThreadCluster(Path folder, UnaryOperator<byte[]> line) {
    this.folder = folder;
    this.line = line;
  }

  /**
   * Returns the kinds of clusters: one that is called Spark, and is this.
   *
   * @param folder a folder for those of the machines
   */
  public static Clusters at(Path folder) {
    return at(folder, argument -> argument);
  }

  /**
   * Returns the kinds of clusters: one that is called Spark, and is this.
   *
   * @param line changes the argument of each call
   */
  public static Clusters at(Path folder, UnaryOperator<byte[]> line) {
    return new Clusters(
        List.of(
            new ClusterProvider() {
              @Override
              public boolean serves(String type) {
                return type.equals("spark");
              }

              @Override
              public Cluster connect(ClusterSettings settings) {
                return new ThreadCluster(folder, line);
              }
            }));
  }

  @Override
  public TrialExecutor executor(RemoteAttempts attempts, Consumer<Throwable> failures) {
    throw new UnsupportedOperationException("This cluster evaluates no trials.");
  }

  @Override
  public Future<byte[]> call(String function, byte[] argument) {
    byte[] received = line.apply(argument);
    return threads.submit(() -> value(function, received));
  }

  private byte[] value(String name, byte[] argument) throws Exception {
    for (RemoteFunction function : ServiceLoader.load(RemoteFunction.class)) {
      if (function.name().equals(name)) {
        Path own = folder.resolve("call-" + calls.incrementAndGet());
        return function.call(
            argument, new WorkerPlace("executor 1", Files.createDirectories(own), List.of()));
      }
    }
    throw new RemoteException("There is no function " + name + ".");
  }

  @Override
  public List<byte[]> callEach(String function, byte[] argument) {
    throw new UnsupportedOperationException("This cluster has no machines.");
  }

  /** Waits for the calls to end: they write to a folder that is deleted afterwards. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("A call does not end when it is interrupted.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
