package org.espalier.nas.dashboard.connection;

import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Limits of a server, so that no number of connections or requests can exhaust it. */
public final class ConnectionLimits {

  private static final int CONNECTIONS = 512;
  private static final int QUEUE = 512;
  private static final int IDLE_MILLIS = 30_000;
  private static final int HEADER_BYTES = 8 * 1024;
  private static final long REQUEST_BYTES = 64 * 1024;
  private static final int FEWEST_THREADS = 4;

  /** Threads for requests that are answered at once, and for the server itself. */
  private static final int THREADS = 24;

  private ConnectionLimits() {}

  /**
   * Adds the limits to a server that has not started.
   *
   * @param feeds the number of requests that are answered over a long time, each by a thread
   */
  public static void register(JavalinConfig config, int feeds) {
    OpenConnections connections = new OpenConnections(CONNECTIONS);
    QueuedThreadPool threads = new QueuedThreadPool(THREADS + feeds, FEWEST_THREADS, IDLE_MILLIS);
    threads.setName("dashboard");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.http.maxRequestSize = REQUEST_BYTES;
    config.jetty.modifyHttpConfiguration(http -> limit(http, connections));
    config.jetty.modifyServer(server -> server.addEventListener(onStart(server, connections)));
    // Its sender is gone or slow; there is nothing to log.
    config.routes.exception(
        EofException.class, (late, context) -> context.status(HttpStatus.REQUEST_TIMEOUT));
  }

  private static void limit(HttpConfiguration http, OpenConnections connections) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.addCustomizer(connections);
    http.addCustomizer(PromptBody::of);
  }

  /** The connectors exist only when the server starts. */
  private static LifeCycle.Listener onStart(Server server, OpenConnections connections) {
    return new LifeCycle.Listener() {
      @Override
      public void lifeCycleStarting(LifeCycle starting) {
        for (Connector connector : List.of(server.getConnectors())) {
          if (connector instanceof AbstractConnector limited) {
            limited.setIdleTimeout(IDLE_MILLIS);
            limited.addEventListener(connections);
          }
          if (connector instanceof ServerConnector socket) {
            socket.setAcceptQueueSize(QUEUE);
          }
        }
      }
    };
  }
}
