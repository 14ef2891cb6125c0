package org.espalier.nas.experiment.comparison;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks by key, so that the work for one key is done by one thread at a time. */
final class KeyLocks<K> {
  private final Map<K, Lock> locks = new ConcurrentHashMap<>();

  /** Returns the lock of a key; always the same object for equal keys. */
  Lock of(K key) {
    return locks.computeIfAbsent(key, unlocked -> new ReentrantLock());
  }
}
