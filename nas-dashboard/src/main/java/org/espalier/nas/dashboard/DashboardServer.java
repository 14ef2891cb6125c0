package org.espalier.nas.dashboard;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.dashboard.access.AccessGate;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.dashboard.comparison.ComparisonRoutes;
import org.espalier.nas.dashboard.metrics.MetricsRoutes;
import org.espalier.nas.dashboard.view.ViewRoutes;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.StoredSubjects;
import org.espalier.nas.experiment.text.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server of the page. It reads stores, and cannot change anything: no search notices whether it
 * runs.
 */
public final class DashboardServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DashboardServer.class);
  private final AccessGate gate;
  private final StudyTrees trees;
  private final ChangeFeed changes;
  private final Javalin server;

  private DashboardServer(StudyLibrary library, Catalogue catalogue, AccessSettings access) {
    this.gate = new AccessGate(access, this::port, InstantSource.system());
    this.trees = new StudyTrees(library);
    this.changes = new ChangeFeed(trees);
    this.server =
        Javalin.create(config -> configure(config, library, catalogue))
            .start(access.bind().getHostAddress(), access.port());
  }

  /**
   * Starts a server.
   *
   * @param catalogue the components of the studies, for their networks
   * @throws NasException if the port is in use
   */
  public static DashboardServer start(
      StudyLibrary library, Catalogue catalogue, AccessSettings access) {
    try {
      return new DashboardServer(library, catalogue, access);
    } catch (RuntimeException e) {
      throw new NasException(
          "port (%d) cannot be used: %s. Choose another one with --port."
              .formatted(access.port(), e.getMessage()),
          e);
    }
  }

  /** Returns the address to open in a browser, with the token unless a password is asked for. */
  public String address() {
    return gate.address();
  }

  /** Returns an address that can be opened once. */
  public String addressToOpen() {
    return gate.addressToOpen();
  }

  private int port() {
    return server.port();
  }

  private void configure(JavalinConfig config, StudyLibrary library, Catalogue catalogue) {
    config.startup.showJavalinBanner = false;
    gate.register(config);
    config.routes.get("/", context -> file(context, "index.html"));
    config.routes.get("/files/{name}", context -> file(context, context.pathParam("name")));
    config.routes.get(
        "/api/studies",
        context -> json(context, Map.of("place", library.place(), "studies", trees.list())));
    config.routes.get("/api/study", context -> json(context, trees.study(study(context))));
    config.routes.get(
        "/api/trial", context -> json(context, trees.trial(study(context), number(context))));
    config.routes.sse("/api/changes", this::changes);
    new ComparisonRoutes(library).register(config);
    new MetricsRoutes(library).register(config);
    new ViewRoutes(new LibraryViews(library, new StoredSubjects(catalogue))).register(config);
    config.routes.exception(NasException.class, DashboardServer::unreadable);
  }

  private static String study(Context context) {
    String name = context.queryParam("study");
    return name == null ? "" : name;
  }

  private static int number(Context context) {
    String text = context.queryParam("trial");
    return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static void file(Context context, String name) {
    StaticFiles.File file = StaticFiles.find(name).orElseThrow(NotFoundResponse::new);
    context.contentType(file.type()).result(file.content());
  }

  private static void json(Context context, Optional<Map<String, Object>> tree) {
    json(context, tree.orElseThrow(NotFoundResponse::new));
  }

  private static void json(Context context, Map<String, Object> tree) {
    context.contentType("application/json; charset=utf-8").result(Json.compact(tree));
  }

  private void changes(SseClient client) {
    if (!changes.add(study(client.ctx()), client)) {
      client.close();
    }
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
    changes.close();
    server.stop();
  }
}
