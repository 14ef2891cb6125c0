package org.espalier.nas.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.Function;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.remote.RemoteException;
import org.espalier.nas.engine.remote.RemoteFunction;
import org.espalier.nas.engine.remote.WorkerPlace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Task that calls a function. */
final class FunctionTask implements Function<byte[], byte[]> {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(FunctionTask.class);

  private final String name;

  FunctionTask(String name) {
    this.name = name;
  }

  /** Returns bytes for {@link FunctionResult#read}. */
  @Override
  public byte[] call(byte[] argument) throws InterruptedException {
    try {
      return FunctionResult.value(value(argument));
    } catch (InterruptedException cancelled) {
      throw cancelled;
    } catch (Exception e) {
      LOG.error("The function {} fails", name, e);
      String reason = e instanceof NasException ? e.getMessage() : e.toString();
      return FunctionResult.failure(ExecutorSide.workers().place() + ": " + reason);
    }
  }

  private byte[] value(byte[] argument) throws Exception {
    RemoteFunction function = function();
    WorkerPlace place = ExecutorSide.workers().freshPlace();
    try {
      return function.call(argument, place);
    } finally {
      delete(place.folder());
    }
  }

  private RemoteFunction function() {
    for (RemoteFunction function :
        ServiceLoader.load(RemoteFunction.class, FunctionTask.class.getClassLoader())) {
      if (function.name().equals(name)) {
        return function;
      }
    }
    throw new RemoteException(
        "There is no function %s: install the same version of the program on all machines."
            .formatted(name));
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted", folder, e);
    }
  }
}
