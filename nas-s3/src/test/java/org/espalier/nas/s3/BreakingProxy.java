package org.espalier.nas.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A network on loopback between a process and the server, which breaks connections. */
final class BreakingProxy implements Closeable {
  private final ServerSocket entrance;
  private final int target;
  private int breaks;
  private int passed;
  private int broken;

  BreakingProxy(int target) throws IOException {
    this.target = target;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /**
   * Breaks connections as soon as answers of some length have passed.
   *
   * @param connections number of connections to break
   * @param bytes number of bytes that pass
   */
  synchronized void breakAnswers(int connections, int bytes) {
    breaks = connections;
    passed = bytes;
  }

  /** Returns the number of connections that were broken. */
  synchronized int broken() {
    return broken;
  }

  /** Returns true if a connection breaks, since an answer is long enough. */
  private synchronized boolean breaksAt(int bytes) {
    if (breaks == 0 || bytes <= passed) {
      return false;
    }
    breaks--;
    broken++;
    return true;
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
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start(() -> pass(client, server, false));
        start(() -> pass(server, client, true));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void pass(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[1 << 14];
    int bytes = 0;
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (answers && breaksAt(bytes)) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException ended) {
      // The other direction ends as well.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
