package org.espalier.nas.dashboard.live;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.api.NasException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feed that tells open pages what has changed. Each page has a thread of the server, which looks
 * some times a second; pages of the same study share the looks. If no page is open, nobody looks.
 */
final class ChangeFeed implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
  private static final long PAUSE_MILLIS = 15;
  private static final long SEARCH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final LiveStudies studies;
  private final StudyList list;
  private final Semaphore places;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Creates the feed.
   *
   * @param pages the number of pages that can be open at once
   */
  ChangeFeed(LiveStudies studies, StudyList list, int pages) {
    this.studies = studies;
    this.list = list;
    this.places = new Semaphore(pages);
  }

  /** A follower of what one page shows. */
  private interface Watch {

    /** Sends what has changed; returns false if nothing has. */
    boolean send(EventStream events) throws IOException;
  }

  /** Answers a page for as long as it is open; refuses it if there are too many. */
  void follow(Context context, @Nullable String study, @Nullable String version) {
    if (!places.tryAcquire()) {
      context.status(HttpStatus.SERVICE_UNAVAILABLE).result("Too many pages are open. Close some.");
      return;
    }
    try {
      follow(
          new EventStream(context),
          study == null ? new ListWatch() : new StudyWatch(study, version));
    } catch (IOException pageIsGone) {
      LOG.trace("A page was closed", pageIsGone);
    } catch (InterruptedException serverStops) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void follow(EventStream events, Watch watch) throws IOException, InterruptedException {
    long sent = System.nanoTime();
    do {
      boolean changed = false;
      try {
        changed = watch.send(events);
      } catch (NasException | IllegalStateException unreadable) {
        // It may be readable again a moment later, such as while its first table is made.
        LOG.debug("A store cannot be read", unreadable);
      }
      if (changed) {
        sent = System.nanoTime();
      } else if (System.nanoTime() - sent > PING_NANOS) {
        events.ping();
        sent = System.nanoTime();
      }
    } while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
  }

  /** Watch of one study, which need not exist yet. */
  private final class StudyWatch implements Watch {

    private final String name;
    private @Nullable String known;
    private boolean gone;
    private long nextSearch = System.nanoTime();

    StudyWatch(String name, @Nullable String known) {
      this.name = name;
      this.known = known;
    }

    @Override
    public boolean send(EventStream events) throws IOException {
      if (gone && System.nanoTime() - nextSearch < 0) {
        return false;
      }
      Optional<FollowedStudy> found = studies.recent(name);
      if (found.isEmpty()) {
        // To find one that is not there takes longer than to look at one that is.
        nextSearch = System.nanoTime() + SEARCH_NANOS;
        boolean tell = !gone && known != null;
        gone = true;
        if (tell) {
          known = null;
          events.event("gone", null, Map.of("study", name));
        }
        return tell;
      }
      FollowedStudy now = found.get();
      String version = now.version();
      if (version.equals(known)) {
        return false;
      }
      Optional<Integer> since = now.change(known);
      if (since.isPresent()) {
        events.event("changes", version, changes(now, since.get()));
      } else {
        events.event("reset", version, Map.of("study", name, "version", version));
      }
      known = version;
      gone = false;
      return true;
    }

    private Map<String, Object> changes(FollowedStudy now, int since) {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("version", now.version());
      data.put("head", now.head(name, Instant.now()));
      data.put("decisions", now.decisions());
      data.put("rows", now.rowsAfter(since));
      return data;
    }
  }

  /** Watch of the list of studies; its first event has all of them. */
  private final class ListWatch implements Watch {

    private Map<String, StudyList.Line> known = Map.of();

    @Override
    public boolean send(EventStream events) throws IOException {
      Map<String, StudyList.Line> now = list.look(true);
      if (now == known) {
        return false;
      }
      Map<String, StudyList.Line> changed = new LinkedHashMap<>(now);
      changed.entrySet().removeIf(line -> line.getValue().shows(known.get(line.getKey())));
      Map<String, StudyList.Line> removed = new LinkedHashMap<>(known);
      removed.keySet().removeAll(now.keySet());
      known = now;
      if (changed.isEmpty() && removed.isEmpty()) {
        return false;
      }
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("studies", StudyList.trees(changed));
      data.put("removed", removed.keySet());
      events.event("changes", null, data);
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
