package org.espalier.nas.dashboard.steering;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Objects;

/**
 * Bodies of requests, which are JSON only: pages of other sites cannot send that without being
 * asked for.
 */
final class JsonBody {

  private static final int LONGEST = 100_000;

  private JsonBody() {}

  /**
   * Returns the body of a request.
   *
   * @throws UnsupportedMediaTypeResponse if it is not sent as JSON
   * @throws BadRequestResponse if it is too long
   */
  static String of(Context context) {
    String type = Objects.requireNonNullElse(context.contentType(), "");
    if (!type.split(";", 2)[0].strip().equals("application/json")) {
      throw new UnsupportedMediaTypeResponse("Send the command as application/json.");
    }
    String body = context.body();
    if (body.length() > LONGEST) {
      throw new BadRequestResponse(
          "The command (%d characters) may have at most %d.".formatted(body.length(), LONGEST));
    }
    return body;
  }
}
