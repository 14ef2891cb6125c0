package org.espalier.nas.postgresql;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A network on loopback between a process and the server, which can fail in several ways. */
final class BreakableProxy implements Closeable {

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private volatile boolean frozen;
  private volatile @Nullable String lost;

  BreakableProxy(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Ends all connections, and accepts none until {@link #restore}. */
  void cut() {
    cut = true;
    endAll();
  }

  /** Passes nothing on from now on; both sides take their connections for alive. */
  void freeze() {
    frozen = true;
  }

  /** Ends the connections that failed; new ones work. */
  void restore() {
    cut = false;
    endAll();
    frozen = false;
  }

  /**
   * Loses the answer to the next request that contains a text, and the connection with it: the
   * server has executed the request, and the process cannot know.
   */
  void loseAnswerTo(String text) {
    lost = text;
  }

  /** Returns true if an answer is still to be lost. */
  boolean isAnswerToBeLost() {
    return lost != null;
  }

  private void endAll() {
    open.forEach(BreakableProxy::end);
    open.clear();
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        if (cut) {
          client.close();
        } else {
          connect(client);
        }
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    open.add(client);
    open.add(server);
    if (cut) {
      // A connection may be accepted while the entrance is being closed.
      endAll();
      return;
    }
    boolean[] losing = {false};
    start(() -> pass(client, server, losing, true));
    start(() -> pass(server, client, losing, false));
  }

  private void pass(Socket from, Socket to, boolean[] losing, boolean isRequest) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        while (frozen) {
          Thread.sleep(5);
        }
        if (isRequest && isToBeLost(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
          losing[0] = true;
        } else if (!isRequest && losing[0]) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException | InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean isToBeLost(String request) {
    String text = lost;
    if (text == null || !request.contains(text)) {
      return false;
    }
    lost = null;
    return true;
  }

  @Override
  public void close() throws IOException {
    cut = true;
    entrance.close();
    endAll();
  }
}
