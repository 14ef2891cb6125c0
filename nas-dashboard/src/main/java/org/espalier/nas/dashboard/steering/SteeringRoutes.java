package org.espalier.nas.dashboard.steering;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.steering.SteeringText;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.espalier.nas.experiment.run.SteeringSentence;
import org.espalier.nas.experiment.run.StopRequest;
import org.espalier.nas.experiment.run.StudySteering;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;

/** The addresses by which a page sends commands to studies. */
public final class SteeringRoutes {

  private static final String ADDRESS = "/api/steering";

  private final StudyLibrary library;
  private final boolean inFolders;
  private final StudySteering steering;

  /** Kept by the keys of their studies, for they remember the damaged ones that the log names. */
  private final Map<String, SteeringRequests> requests = new ConcurrentHashMap<>();

  /**
   * Creates the routes.
   *
   * @param inFolders true if keys of studies are paths of run folders on this machine
   */
  public SteeringRoutes(StudyLibrary library, boolean inFolders, StudySteering steering) {
    this.library = library;
    this.inFolders = inFolders;
    this.steering = steering;
  }

  /** Adds the addresses to a server. */
  public void register(JavalinConfig config) {
    config.routes.get(ADDRESS, context -> json(context, tree(key(context))));
    config.routes.post(ADDRESS, this::send);
    config.routes.delete(ADDRESS, this::withdraw);
    config.routes.post("/api/interrupt", this::interrupt);
  }

  private String key(Context context) {
    String name = Objects.requireNonNullElse(context.queryParam("study"), "");
    return library.find(name).map(StudyLibrary.Entry::key).orElseThrow(NotFoundResponse::new);
  }

  private SteeringRequests requests(String key) {
    return requests.computeIfAbsent(key, library.repository()::requests);
  }

  private Map<String, Object> tree(String key) {
    List<SteeringEvent> taken = library.repository().outline(key).steering();
    List<String> known = taken.stream().map(SteeringEvent::request).toList();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("interruptible", inFolders);
    tree.put("taken", taken.stream().map(SteeringRoutes::line).toList());
    tree.put(
        "waiting",
        requests(key).waiting().stream()
            .filter(request -> !known.contains(request.id()))
            .map(SteeringRoutes::line)
            .toList());
    return tree;
  }

  private static Map<String, Object> line(SteeringEvent event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("number", event.number());
    line.put("request", event.request());
    line.put("at", event.at().toEpochMilli());
    line.put("text", SteeringSentence.of(event).text());
    line.put("changesSearch", event.changedSearch());
    line.put("refused", event.refusal() != null);
    event.enqueuedTrial().ifPresent(trial -> line.put("trial", trial));
    return line;
  }

  private static Map<String, Object> line(SteeringRequest request) {
    return Map.of(
        "request", request.id(),
        "at", request.at().toEpochMilli(),
        "text", SteeringSentence.of(request.command()).text(),
        "until", until(request.command(), request.place()));
  }

  /** Returns for which moment of a running study a command waits. */
  private static String until(SteeringCommand command, @Nullable Integer place) {
    if (command instanceof SteeringCommand.StopTrial stop) {
      return place == null
          ? "until the next epoch of the trial ends"
          : "until epoch %2$d of trial %1$d ends".formatted(stop.trial(), place);
    }
    if (!command.changesSearch()) {
      return "until the study looks for commands";
    }
    String moment =
        place == null
            ? "until the next trial ends"
            : "until the number of ended trials is %d".formatted(place);
    return command instanceof SteeringCommand.EnqueueArchitecture
        ? moment + " and the budget of trials has room"
        : moment;
  }

  private void send(Context context) {
    String body = JsonBody.of(context);
    try {
      SteeringRequest request = steering.send(key(context), SteeringText.read(body));
      json(context, Map.of("request", request.id()));
    } catch (InvalidSettingException invalid) {
      throw new BadRequestResponse(String.valueOf(invalid.getMessage()));
    }
  }

  private void withdraw(Context context) {
    String request = Objects.requireNonNullElse(context.queryParam("request"), "");
    requests(key(context)).remove(request);
    json(context, Map.of());
  }

  /** Ends a running search so that it can be resumed; that changes no result. */
  private void interrupt(Context context) {
    String unused = JsonBody.of(context);
    String key = key(context);
    Optional<String> holder = library.repository().holder(key);
    if (!inFolders || holder.isEmpty()) {
      throw new ConflictResponse(
          inFolders
              ? "Nobody works on this study now."
              : "A study in a server is interrupted where it runs.");
    }
    new StopRequest(Path.of(key)).make();
    json(context, Map.of("holder", holder.get()));
  }

  private static void json(Context context, Map<String, Object> tree) {
    context.contentType("application/json; charset=utf-8").result(Json.compact(tree));
  }
}
