package org.espalier.nas.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inbox of a running study, which looks for requests every now and then. Requests that cannot be
 * read never end a study.
 */
final class SteeringInbox implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SteeringInbox.class);

  private final SteeringRequests requests;
  private final BlockingQueue<SteeringRequest> received = new LinkedBlockingQueue<>();
  private final @Nullable ScheduledExecutorService thread;
  private volatile Runnable wake = () -> {};
  private volatile List<SteeringRequest> last = List.of();
  private volatile boolean readable = true;

  private SteeringInbox(SteeringRequests requests, @Nullable ScheduledExecutorService thread) {
    this.requests = requests;
    this.thread = thread;
  }

  /** Returns an inbox that never gets a request. */
  static SteeringInbox empty() {
    return new SteeringInbox(SteeringRequests.none(), null);
  }

  /** Opens the inbox of a study, which has all requests that wait now. */
  static SteeringInbox of(SteeringRequests requests) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread look = new Thread(work, "steering-requests");
              look.setDaemon(true);
              return look;
            });
    SteeringInbox inbox = new SteeringInbox(requests, thread);
    inbox.look();
    long pause = requests.pause().toMillis();
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(inbox::look, pause, pause, TimeUnit.MILLISECONDS);
    return inbox;
  }

  /** Calls something from another thread whenever a request came in. */
  void whenReceived(Runnable waking) {
    wake = waking;
  }

  private void look() {
    try {
      List<SteeringRequest> now = requests.waiting();
      List<SteeringRequest> fresh = new ArrayList<>(now);
      fresh.removeAll(last);
      last = now;
      readable = true;
      received.addAll(fresh);
      if (!fresh.isEmpty()) {
        wake.run();
      }
    } catch (RuntimeException unreadable) {
      // Once for each time that the store cannot be reached.
      if (readable) {
        LOG.warn("Requests to the study cannot be read now: {}", unreadable.getMessage());
      }
      readable = false;
    }
  }

  /** Removes and returns the requests that came in since the last call, the oldest first. */
  List<SteeringRequest> received() {
    List<SteeringRequest> taken = new ArrayList<>();
    received.drainTo(taken);
    return taken;
  }

  /** Returns true if a request was there at the last look: nobody has withdrawn it. */
  boolean holds(SteeringRequest request) {
    return last.contains(request);
  }

  /** Removes a request that is stored in the journal. */
  void remove(String id) {
    try {
      requests.remove(id);
    } catch (RuntimeException kept) {
      // The journal has its id, so that it is not taken twice.
      LOG.warn("A request that was taken cannot be removed: {}", kept.getMessage());
    }
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.shutdownNow();
    }
  }
}
