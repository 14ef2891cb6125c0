package org.espalier.nas.dashboard;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.InstantSource;
import org.espalier.nas.api.NasException;
import org.espalier.nas.dashboard.access.AccessGate;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.dashboard.comparison.ComparisonRoutes;
import org.espalier.nas.dashboard.connection.ConnectionLimits;
import org.espalier.nas.dashboard.live.LiveRoutes;
import org.espalier.nas.dashboard.metrics.MetricsRoutes;
import org.espalier.nas.dashboard.steering.EnqueueRoutes;
import org.espalier.nas.dashboard.steering.SteeringRoutes;
import org.espalier.nas.dashboard.view.ViewRoutes;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.StoredSubjects;
import org.espalier.nas.experiment.run.StudySteering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server of the page. It reads stores and sends requests, which studies take when it suits them: no
 * search notices whether it runs.
 */
public final class DashboardServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DashboardServer.class);
  private final AccessGate gate;
  private final LiveRoutes live;
  private final Javalin server;

  private DashboardServer(DashboardPlace place, Catalogue catalogue, AccessSettings access) {
    this.gate = new AccessGate(access, this::port, InstantSource.system());
    this.live = new LiveRoutes(place.studies());
    this.server =
        Javalin.create(config -> configure(config, place, catalogue))
            .start(access.bind().getHostAddress(), access.port());
  }

  /**
   * Starts a server.
   *
   * @param place the studies and comparisons that it shows
   * @param catalogue the components of the studies, for their networks
   * @throws NasException if the port is in use
   */
  public static DashboardServer start(
      DashboardPlace place, Catalogue catalogue, AccessSettings access) {
    try {
      return new DashboardServer(place, catalogue, access);
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

  private void configure(JavalinConfig config, DashboardPlace place, Catalogue catalogue) {
    config.startup.showJavalinBanner = false;
    ConnectionLimits.register(config, LiveRoutes.PAGES);
    gate.register(config);
    config.routes.get("/", context -> file(context, "index.html"));
    // Browsers ask for it when a page does not name one.
    config.routes.get("/favicon.ico", context -> file(context, "icon.svg"));
    config.routes.get("/files/{name}", context -> file(context, context.pathParam("name")));
    new ComparisonRoutes(place.studies().repository(), live.studies(), place.comparisons())
        .register(config);
    new MetricsRoutes(place.studies()).register(config);
    live.register(config);
    PlaceViews views = new PlaceViews(place, live.studies(), new StoredSubjects(catalogue));
    new ViewRoutes(views).register(config);
    StudySteering steering =
        new StudySteering(place.studies().repository(), () -> catalogue, InstantSource.system());
    new SteeringRoutes(place.studies(), place.server() == null, steering).register(config);
    new EnqueueRoutes(views, steering).register(config);
    config.routes.exception(NasException.class, DashboardServer::unreadable);
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
