package org.espalier.nas.dashboard.steering;

import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Objects;

/**
 * Bodies of requests, which are JSON only: pages of other sites cannot send that without being
 * asked for. The server limits the length of every request.
 */
final class JsonBody {

  private JsonBody() {}

  /**
   * Returns the body of a request.
   *
   * @throws UnsupportedMediaTypeResponse if it is not sent as JSON
   */
  static String of(Context context) {
    String type = Objects.requireNonNullElse(context.contentType(), "");
    if (!type.split(";", 2)[0].strip().equals("application/json")) {
      throw new UnsupportedMediaTypeResponse("Send the command as application/json.");
    }
    return context.body();
  }
}
