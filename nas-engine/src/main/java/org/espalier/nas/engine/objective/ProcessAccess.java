package org.espalier.nas.engine.objective;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The access of trials to the processors: any number of trials run together, but none runs while a
 * time is measured. A measurement that waits goes before trials that begin later.
 */
@Singleton
public final class ProcessAccess {
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  /** Creates the access, with nothing running. */
  @Inject
  public ProcessAccess() {}

  /** Runs a part of a trial, beside others. */
  public <T> T shared(Callable<T> work) throws Exception {
    return holding(lock.readLock(), work);
  }

  /** Runs a measurement, beside nothing else. */
  public <T> T exclusive(Callable<T> work) throws Exception {
    return holding(lock.writeLock(), work);
  }

  private static <T> T holding(Lock held, Callable<T> work) throws Exception {
    held.lockInterruptibly();
    try {
      return work.call();
    } finally {
      held.unlock();
    }
  }
}
