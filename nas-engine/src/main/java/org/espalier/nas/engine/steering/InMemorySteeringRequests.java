package org.espalier.nas.engine.steering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that are kept in memory. */
public final class InMemorySteeringRequests implements SteeringRequests {
  private final Map<String, SteeringRequest> waiting = new LinkedHashMap<>();

  /** Creates an empty collection. */
  public InMemorySteeringRequests() {}

  @Override
  public synchronized void send(SteeringRequest request) {
    waiting.putIfAbsent(request.id(), request);
  }

  @Override
  public synchronized List<SteeringRequest> waiting() {
    return List.copyOf(waiting.values());
  }

  @Override
  public synchronized void remove(String id) {
    waiting.remove(id);
  }
}
