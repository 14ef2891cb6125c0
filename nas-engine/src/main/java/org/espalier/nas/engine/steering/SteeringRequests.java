package org.espalier.nas.engine.steering;

import java.time.Duration;
import java.util.List;

/**
 * Requests to one study that wait until the study takes them. Processes that do not have the
 * study's journal open may send them: a study that does not run takes them when it is resumed. The
 * methods may be called from several threads.
 */
public interface SteeringRequests {

  /**
   * Adds a request after those that wait; does nothing if one of its id waits.
   *
   * @throws org.espalier.nas.api.NasException if it cannot be stored
   */
  void send(SteeringRequest request);

  /**
   * Returns the requests that wait, the oldest first.
   *
   * @throws org.espalier.nas.api.NasException if they cannot be read
   */
  List<SteeringRequest> waiting();

  /**
   * Removes a request; does nothing if there is none of this id.
   *
   * @throws org.espalier.nas.api.NasException if it cannot be removed
   */
  void remove(String id);

  /** Returns the time between two looks of a study at its requests. */
  default Duration pause() {
    return Duration.ofMillis(250);
  }

  /** Returns requests that nobody sends to. */
  static SteeringRequests none() {
    return new InMemorySteeringRequests();
  }
}
