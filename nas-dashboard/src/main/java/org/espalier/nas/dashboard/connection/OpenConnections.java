package org.espalier.nas.dashboard.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Open connections, of which there are no more than a limit: a new one takes the place of the one
 * that has had no request for longest. So connections that somebody opens and leaves open, or on
 * which requests arrive byte by byte, keep nobody out. Its methods may be called from several
 * threads.
 */
final class OpenConnections implements Connection.Listener, HttpConfiguration.Customizer {

  private final int limit;

  /** Numbers of requests being answered, by connection; the least recently used first. */
  private final Map<Connection, Integer> requests = new LinkedHashMap<>();

  OpenConnections(int limit) {
    this.limit = limit;
  }

  @Override
  public void onOpened(Connection connection) {
    superfluous(connection).forEach(Connection::close);
  }

  private synchronized List<Connection> superfluous(Connection opened) {
    requests.put(opened, 0);
    List<Connection> superfluous = new ArrayList<>();
    while (requests.size() > limit) {
      // The new one itself, if all others answer requests.
      Connection idle =
          requests.entrySet().stream()
              .filter(entry -> entry.getValue() == 0)
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(opened);
      requests.remove(idle);
      superfluous.add(idle);
    }
    return superfluous;
  }

  @Override
  public synchronized void onClosed(Connection connection) {
    requests.remove(connection);
  }

  /** Called once the head of a request has arrived. */
  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    Connection connection = request.getConnectionMetaData().getConnection();
    use(connection, 1);
    Request.addCompletionListener(request, failure -> use(connection, -1));
    return request;
  }

  private synchronized void use(Connection connection, int change) {
    Integer before = requests.remove(connection);
    if (before != null) {
      requests.put(connection, before + change);
    }
  }

  synchronized int size() {
    return requests.size();
  }
}
