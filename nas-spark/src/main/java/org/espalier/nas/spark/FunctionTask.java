package org.espalier.nas.spark;

import java.util.ServiceLoader;
import org.apache.spark.api.java.function.Function;
import org.espalier.nas.engine.remote.RemoteException;
import org.espalier.nas.engine.remote.RemoteFunction;

/** Task that calls a function. */
final class FunctionTask implements Function<byte[], byte[]> {

  private static final long serialVersionUID = 1L;

  private final String name;

  FunctionTask(String name) {
    this.name = name;
  }

  @Override
  public byte[] call(byte[] argument) throws Exception {
    for (RemoteFunction function :
        ServiceLoader.load(RemoteFunction.class, FunctionTask.class.getClassLoader())) {
      if (function.name().equals(name)) {
        return function.call(argument);
      }
    }
    throw new RemoteException(
        "%s has no function %s: install the same version of the program on all machines."
            .formatted(ExecutorSide.workers().place(), name));
  }
}
