package org.espalier.nas.experiment.comparison;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Results by key, each computed once even if several threads ask for it at the same time. */
final class ResultsByKey<K, V> {
  private final Map<K, V> known = new ConcurrentHashMap<>();
  private final KeyLocks<K> locks = new KeyLocks<>();

  /**
   * Returns the result of a key; waits while another thread computes it.
   *
   * @param computation computes the result if none is kept
   * @param kept true for results that are kept; others are computed again by the next caller
   */
  V get(K key, Supplier<V> computation, Predicate<V> kept) {
    Lock lock = locks.of(key);
    lock.lock();
    try {
      V before = known.get(key);
      if (before != null) {
        return before;
      }
      V result = computation.get();
      if (kept.test(result)) {
        known.put(key, result);
      }
      return result;
    } finally {
      lock.unlock();
    }
  }
}
