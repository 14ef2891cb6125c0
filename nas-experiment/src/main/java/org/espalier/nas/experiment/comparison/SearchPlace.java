package org.espalier.nas.experiment.comparison;

import java.util.Optional;

/** A place where searches of a comparison run, while it is open. Callable from several threads. */
interface SearchPlace extends AutoCloseable {

  /** Returns the number of searches to run at once. */
  int workers();

  /**
   * Runs a search and waits for its end.
   *
   * @return the result; empty if the search was interrupted
   */
  Optional<SearchFile> run(ArmSearch search);

  @Override
  void close();
}
