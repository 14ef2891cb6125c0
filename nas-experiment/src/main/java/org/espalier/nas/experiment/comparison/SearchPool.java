package org.espalier.nas.experiment.comparison;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.api.NasException;

/** The threads that run the searches of a comparison. */
final class SearchPool implements AutoCloseable {
  private final ExecutorService threads;
  private final ArmSearchFolder folder;
  private final Interruption interruption;

  SearchPool(int workers, ArmSearchFolder folder, Interruption interruption) {
    this.threads = Executors.newFixedThreadPool(workers);
    this.folder = folder;
    this.interruption = interruption;
  }

  /**
   * Runs searches.
   *
   * @param ended receives each search that has ended, on the calling thread
   * @return the searches that have ended, in that order
   * @throws NasException if an error occurs that is not the failure of a single search
   */
  List<SearchRecord> run(
      List<ArmSearch> searches, SearchPlace place, Consumer<SearchRecord> ended) {
    CompletionService<Optional<SearchRecord>> running = new ExecutorCompletionService<>(threads);
    Iterator<ArmSearch> waiting = searches.iterator();
    for (int i = 0; i < searches.size(); i++) {
      running.submit(() -> next(waiting, place).flatMap(GuardedSearch::end));
    }
    List<SearchRecord> found = new ArrayList<>();
    for (int left = searches.size(); left > 0; left--) {
      ended(running)
          .ifPresent(
              record -> {
                found.add(record);
                ended.accept(record);
              });
    }
    return found;
  }

  /** Begins the next search, one thread after the other, so that earlier ones begin earlier. */
  private synchronized Optional<GuardedSearch> next(
      Iterator<ArmSearch> waiting, SearchPlace place) {
    return interruption.asked()
        ? Optional.empty()
        : Optional.of(GuardedSearch.begin(waiting.next(), folder, place));
  }

  private Optional<SearchRecord> ended(CompletionService<Optional<SearchRecord>> running) {
    try {
      return running.take().get();
    } catch (InterruptedException interrupted) {
      interruption.ask();
      Thread.currentThread().interrupt();
      throw new NasException("The comparison was interrupted.", interrupted);
    } catch (ExecutionException failed) {
      interruption.ask();
      if (failed.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new NasException("A search ended unexpectedly: " + failed.getCause(), failed);
    }
  }

  /** Asks running searches to end and waits until they have stored their results. */
  @Override
  public void close() {
    interruption.ask();
    end(threads);
  }

  /**
   * Waits until the running searches have stored their results, however long that takes: the folder
   * must not be released while they write. An interrupt is kept for the caller.
   */
  static void end(ExecutorService threads) {
    threads.shutdown();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
