package org.espalier.nas.dashboard.comparison;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.dashboard.StudyLibrary;
import org.espalier.nas.experiment.text.Json;

/** The routes of comparisons. */
public final class ComparisonRoutes {

  private static final int MOST = 12;

  private final StudyLibrary library;

  /** Creates the routes. */
  public ComparisonRoutes(StudyLibrary library) {
    this.library = library;
  }

  /** Adds the routes. */
  public void register(JavalinConfig config) {
    config.routes.get("/api/compare", context -> json(context, compared(context).tree()));
    config.routes.get("/api/compare/file", this::file);
  }

  private StudyComparison compared(Context context) {
    List<String> names = context.queryParams("study").stream().distinct().toList();
    if (names.size() < 2 || names.size() > MOST) {
      throw new BadRequestResponse("Choose 2 to %d studies.".formatted(MOST));
    }
    List<StudyComparison.Named> studies = new ArrayList<>();
    for (String name : names) {
      studies.add(
          new StudyComparison.Named(name, library.find(name).orElseThrow(() -> unknown(name))));
    }
    return new StudyComparison(library.repository(), studies);
  }

  private static NotFoundResponse unknown(String name) {
    return new NotFoundResponse("There is no study " + name + ".");
  }

  private void file(Context context) {
    String yaml =
        compared(context)
            .draft()
            .orElseThrow(
                () -> new BadRequestResponse("The settings of the studies do not differ."));
    context
        .contentType("application/yaml; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"comparison.yaml\"")
        .result(yaml);
  }

  private static void json(Context context, Object tree) {
    context.contentType("application/json; charset=utf-8").result(Json.compact(tree));
  }
}
