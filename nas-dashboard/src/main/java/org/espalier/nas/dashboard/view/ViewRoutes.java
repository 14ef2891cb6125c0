package org.espalier.nas.dashboard.view;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.experiment.text.Json;

/** The addresses of the views: {@code /api/NAME?study=…}, some with {@code &trial=N}. */
public final class ViewRoutes {

  private static final String STUDY = "study";

  private final ViewSource source;

  /** Creates the routes of a source. */
  public ViewRoutes(ViewSource source) {
    this.source = source;
  }

  /** Adds the routes to a server. */
  public void register(JavalinConfig config) {
    ImportanceView importance = new ImportanceView(source.subjects()::decisions);
    NetworkView network = new NetworkView(source.subjects());
    ofStudy(config, "importance", importance::tree);
    ofStudy(config, "frequencies", FrequencyView::tree);
    ofStudy(config, "prediction", PredictionView::tree);
    ofStudy(config, "diagnostics", DiagnosticsView::tree);
    ofTrial(config, "network", network::tree);
    config.routes.get("/api/commands", this::commands);
    config.routes.get("/api/log", this::log);
  }

  private void ofStudy(
      JavalinConfig config, String name, Function<StoredStudy, Map<String, Object>> view) {
    config.routes.get("/api/" + name, context -> json(context, view.apply(study(context))));
  }

  private void ofTrial(
      JavalinConfig config,
      String name,
      BiFunction<StoredStudy, StoredTrial, Map<String, Object>> view) {
    config.routes.get(
        "/api/" + name,
        context -> {
          StoredStudy study = study(context);
          json(context, view.apply(study, trial(study, number(context, "trial"))));
        });
  }

  private void commands(Context context) {
    StoredStudy study = study(context);
    int number = (int) number(context, "trial");
    trial(study, number);
    json(
        context,
        CommandsView.tree(
            source.arguments(name(context)), number, source.subjects().trainable(study)));
  }

  private void log(Context context) {
    study(context);
    json(context, LogView.tree(source.folder(name(context)), number(context, "after")));
  }

  private StoredStudy study(Context context) {
    return source.study(name(context)).orElseThrow(NotFoundResponse::new);
  }

  private static StoredTrial trial(StoredStudy study, long number) {
    return Optional.of(study.trials())
        .filter(trials -> number >= 1 && number <= trials.size())
        .map(trials -> trials.get((int) number - 1))
        .orElseThrow(NotFoundResponse::new);
  }

  private static String name(Context context) {
    String name = context.queryParam(STUDY);
    return name == null ? "" : name;
  }

  private static long number(Context context, String parameter) {
    String text = context.queryParam(parameter);
    return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
  }

  private static void json(Context context, Map<String, Object> tree) {
    context.contentType("application/json; charset=utf-8").result(Json.compact(tree));
  }
}
