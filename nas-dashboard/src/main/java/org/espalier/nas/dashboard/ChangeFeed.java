package org.espalier.nas.dashboard;

import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.api.NasException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feed that tells open pages when their study has changed, by looking once a second. */
final class ChangeFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
  private static final long PAUSE_MILLIS = 1000;

  /** More pages than people open; a program that opens connections without end is refused. */
  private static final int MOST_CLIENTS = 200;

  private final StudyTrees trees;
  private final Map<String, Set<SseClient>> clients = new ConcurrentHashMap<>();
  private final Map<String, String> versions = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread look = new Thread(work, "dashboard-changes");
            look.setDaemon(true);
            return look;
          });

  ChangeFeed(StudyTrees trees) {
    this.trees = trees;
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(
            this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Adds an open page.
   *
   * @param study the name of the study that it shows
   * @return false if there are too many
   */
  boolean add(String study, SseClient client) {
    if (clients.values().stream().mapToInt(Set::size).sum() >= MOST_CLIENTS) {
      return false;
    }
    client.keepAlive();
    clients.compute(study, (name, all) -> with(all, client));
    client.onClose(() -> clients.computeIfPresent(study, (name, all) -> without(all, client)));
    return true;
  }

  private static Set<SseClient> with(@Nullable Set<SseClient> before, SseClient client) {
    Set<SseClient> all = before == null ? ConcurrentHashMap.newKeySet() : before;
    all.add(client);
    return all;
  }

  /** Returns the others; null if there are none, so that nobody looks at the study any more. */
  private static @Nullable Set<SseClient> without(Set<SseClient> all, SseClient client) {
    all.remove(client);
    return all.isEmpty() ? null : all;
  }

  private void look() {
    for (String study : clients.keySet()) {
      try {
        trees.version(study).ifPresent(now -> tell(study, now));
      } catch (NasException | IllegalStateException unreadable) {
        // It may be readable again a moment later, such as while its first table is made.
        LOG.debug("The study {} cannot be read", study, unreadable);
      }
    }
  }

  private void tell(String study, String version) {
    boolean changed = !version.equals(versions.put(study, version));
    for (SseClient client : clients.getOrDefault(study, Set.of())) {
      if (changed) {
        client.sendEvent("changed", version);
      } else {
        // Finds out that a page is closed.
        client.sendComment("");
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    clients.values().forEach(all -> all.forEach(SseClient::close));
  }
}
