package org.espalier.nas.dashboard.live;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;

/** Stream of server-sent events to one page, which one thread writes. */
final class EventStream {

  private final ServletOutputStream out;

  /**
   * Begins the answer to a request.
   *
   * @throws IOException if the page is gone
   */
  EventStream(Context context) throws IOException {
    HttpServletResponse response = context.res();
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    // Proxies must not wait for the end of the answer.
    response.setHeader("X-Accel-Buffering", "no");
    this.out = response.getOutputStream();
    response.flushBuffer();
  }

  /**
   * Sends an event.
   *
   * @param version the version that a page states when it connects again, or null
   * @throws IOException if the page is gone, or does not read
   */
  void event(String name, @Nullable String version, Map<String, Object> data) throws IOException {
    String id = version == null ? "" : "id: " + version + "\n";
    send("event: " + name + "\n" + id + "data: " + Json.compact(data) + "\n\n");
  }

  /**
   * Sends a comment, which pages ignore.
   *
   * @throws IOException if the page is gone
   */
  void ping() throws IOException {
    send(":\n\n");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
