package org.espalier.nas.dashboard.steering;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.dashboard.view.ViewSource;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.StudySteering;
import org.espalier.nas.experiment.text.Json;

/**
 * The addresses of a form that enqueues an architecture. Its fields are sent by the names of their
 * decisions, and put into the order of the search space.
 */
public final class EnqueueRoutes {

  private static final String ADDRESS = "/api/enqueue";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ViewSource source;
  private final StudySteering steering;

  /** Creates the routes of a source, whose studies are steered. */
  public EnqueueRoutes(ViewSource source, StudySteering steering) {
    this.source = source;
    this.steering = steering;
  }

  /** Adds the addresses to a server. */
  public void register(JavalinConfig config) {
    config.routes.get(ADDRESS, context -> json(context, fields(context)));
    config.routes.post(ADDRESS, context -> json(context, Map.of("request", send(context).id())));
  }

  private StoredStudy study(Context context) {
    String name = Objects.requireNonNullElse(context.queryParam("study"), "");
    return source.study(name).orElseThrow(NotFoundResponse::new);
  }

  /** Returns the fields of a form, filled with the choices of a trial. */
  private Map<String, Object> fields(Context context) {
    StoredStudy study = study(context);
    List<Architecture> all =
        study.trials().stream().map(each -> each.trial().proposal().architecture()).toList();
    String trial = Objects.requireNonNullElse(context.queryParam("trial"), "");
    int number = trial.matches("\\d{1,9}") ? Integer.parseInt(trial) : 0;
    if (number < 1 || number > all.size()) {
      throw new NotFoundResponse();
    }
    Architecture own = all.get(number - 1);
    List<ArchitectureFields.Field> fields =
        source
            .subjects()
            .ofSpace(study, ArchitectureFields::of)
            .orElseGet(() -> ArchitectureFields.of(own, all));
    return Map.of("fields", fields.stream().map(field -> line(field, own)).toList());
  }

  private static Map<String, Object> line(ArchitectureFields.Field field, Architecture own) {
    return Map.of(
        "decision", field.decision(),
        "text", own.choice(field.decision()).map(Choice::text).orElse(""),
        "options", field.options());
  }

  private SteeringRequest send(Context context) {
    Map<String, String> given = given(JsonBody.of(context));
    StoredStudy study = study(context);
    Optional<ArchitectureFields.Ordered> ordered =
        source.subjects().ofSpace(study, space -> ArchitectureFields.ordered(space, given));
    String problem = ordered.map(ArchitectureFields.Ordered::problem).orElse("");
    if (!problem.isEmpty()) {
      throw new BadRequestResponse(problem);
    }
    // Without the space the order of the form has to do; the study itself refuses a wrong one.
    List<String> texts =
        ordered.map(ArchitectureFields.Ordered::texts).orElseGet(() -> List.copyOf(given.values()));
    if (texts.isEmpty()) {
      throw new BadRequestResponse("The architecture is empty.");
    }
    return steering.send(study.key(), new SteeringCommand.EnqueueArchitecture(texts));
  }

  /** Reads pairs of a decision and its text, which keep their order. */
  private static Map<String, String> given(String body) {
    Map<String, String> given = new LinkedHashMap<>();
    try {
      for (JsonNode pair : MAPPER.readTree(body).path("choices")) {
        if (pair.size() != 2 || !pair.path(0).isTextual() || !pair.path(1).isTextual()) {
          throw new BadRequestResponse("choices must be pairs of a decision and its text.");
        }
        given.put(pair.get(0).asText(), pair.get(1).asText());
      }
    } catch (JsonProcessingException error) {
      throw new BadRequestResponse("The choices are not valid JSON.");
    }
    return given;
  }

  private static void json(Context context, Map<String, Object> tree) {
    context.contentType("application/json; charset=utf-8").result(Json.compact(tree));
  }
}
