package org.espalier.nas.dashboard;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import org.espalier.nas.api.NasException;
import org.espalier.nas.dashboard.connection.ConnectionLimits;
import org.espalier.nas.dashboard.live.LiveRoutes;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server of the page, which listens on loopback only. It reads stores, and cannot change anything:
 * no search notices whether it runs.
 */
public final class DashboardServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DashboardServer.class);
  private static final String HOST = "127.0.0.1";
  private static final String TOKEN = "token";

  /** Nothing from elsewhere, no scripts within pages; charts set styles of their elements. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Access access = Access.random();
  private final LiveRoutes live;
  private final Javalin server;

  private DashboardServer(StudyLibrary library, int port) {
    this.live = new LiveRoutes(library);
    this.server = Javalin.create(this::configure).start(HOST, port);
  }

  /**
   * Starts a server.
   *
   * @param port the port, or 0 for any that is free
   * @throws NasException if the port is in use
   */
  public static DashboardServer start(StudyLibrary library, int port) {
    try {
      return new DashboardServer(library, port);
    } catch (RuntimeException e) {
      throw new NasException(
          "port (%d) cannot be used: %s. Choose another one with --port."
              .formatted(port, e.getMessage()),
          e);
    }
  }

  /** Returns the address to open in a browser, with the token. */
  public String address() {
    return "http://%s:%d/?%s=%s".formatted(HOST, server.port(), TOKEN, access.token());
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    ConnectionLimits.register(config, LiveRoutes.PAGES);
    config.routes.before(this::guard);
    config.routes.get("/", context -> file(context, "index.html"));
    config.routes.get("/files/{name}", context -> file(context, context.pathParam("name")));
    live.register(config);
    config.routes.exception(NasException.class, DashboardServer::unreadable);
  }

  /** Refuses requests that are not from the page, or not meant for this server. */
  private void guard(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
    if (!Access.isForLoopback(context.header("Host"), context.header("Origin"))) {
      throw new ForbiddenResponse("This request is for another server.");
    }
    if (context.path().equals("/") && access.isToken(context.queryParam(TOKEN))) {
      context.cookie(
          new Cookie(cookie(), access.token(), "/", -1, false, true, null, SameSite.STRICT));
      context.redirect("/", HttpStatus.SEE_OTHER);
      context.skipRemainingHandlers();
    } else if (!access.isToken(context.cookie(cookie()))) {
      throw new UnauthorizedResponse("Open the address that nas dashboard printed.");
    }
  }

  /** Browsers send cookies to all ports of a host. */
  private String cookie() {
    return "espalier-" + server.port();
  }

  private static void file(Context context, String name) {
    StaticFiles.File file = StaticFiles.find(name).orElseThrow(NotFoundResponse::new);
    context.contentType(file.type()).result(file.content());
  }

  private static void unreadable(NasException error, Context context) {
    LOG.warn("{} cannot be answered", context.path(), error);
    context
        .status(HttpStatus.INTERNAL_SERVER_ERROR)
        .contentType("text/plain; charset=utf-8")
        .result(String.valueOf(error.getMessage()));
  }

  @Override
  public void close() {
    live.close();
    server.stop();
  }
}
