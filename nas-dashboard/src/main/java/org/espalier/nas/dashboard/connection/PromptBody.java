package org.espalier.nas.dashboard.connection;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;

/** Request whose body has a time limit, because a thread waits for it. */
final class PromptBody extends Request.Wrapper {

  /** Time between two parts of a body. */
  private static final int IDLE_MILLIS = 5_000;

  /** Time for all of a body, unless its next part arrives later. */
  private static final long TOTAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final long begin = System.nanoTime();

  private PromptBody(Request request) {
    super(request);
  }

  /** Returns a request with limits, if it has a body. */
  static Request of(Request request, HttpFields.Mutable responseHeaders) {
    HttpFields headers = request.getHeaders();
    if (!headers.contains(HttpHeader.CONTENT_LENGTH)
        && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
      return request;
    }
    EndPoint sender = request.getConnectionMetaData().getConnection().getEndPoint();
    long before = sender.getIdleTimeout();
    sender.setIdleTimeout(IDLE_MILLIS);
    Request.addCompletionListener(request, failure -> sender.setIdleTimeout(before));
    return new PromptBody(request);
  }

  @Override
  public Content.Chunk read() {
    return System.nanoTime() - begin > TOTAL_NANOS
        ? Content.Chunk.from(new EofException("The body of a request arrives too slowly."))
        : super.read();
  }
}
