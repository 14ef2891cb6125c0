package org.espalier.nas.experiment.comparison;

import java.util.Optional;
import java.util.function.Supplier;

/** A place where searches of a comparison run, while it is open. Callable from several threads. */
interface SearchPlace extends AutoCloseable {

  /** Returns the number of searches to run at once. */
  int workers();

  /**
   * Begins a search; of two that wait for a machine, the one that was begun earlier gets it.
   *
   * @return waits for the end of the search and returns its result, which is empty if the search
   *     was interrupted; to be called once
   */
  Supplier<Optional<SearchFile>> begin(ArmSearch search);

  @Override
  void close();
}
