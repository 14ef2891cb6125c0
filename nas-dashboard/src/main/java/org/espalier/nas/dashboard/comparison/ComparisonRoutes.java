package org.espalier.nas.dashboard.comparison;

import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.dashboard.live.LiveStudies;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.comparison.ComparisonLine;
import org.espalier.nas.experiment.text.Json;

/** The routes of comparisons. */
public final class ComparisonRoutes {

  private static final int MOST = 12;

  /** The report is shown as a page of nobody, without its scripts. */
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'; sandbox";

  private final StudyRepository repository;
  private final LiveStudies studies;
  private final Path root;
  private final AnalysedComparisons comparisons;

  /**
   * Creates the routes.
   *
   * @param repository repository of the studies
   * @param root folder of all comparisons
   */
  public ComparisonRoutes(StudyRepository repository, LiveStudies studies, Path root) {
    this.repository = repository;
    this.studies = studies;
    this.root = root;
    this.comparisons = new AnalysedComparisons(root, InstantSource.system());
  }

  /** Adds the routes. */
  public void register(JavalinConfig config) {
    config.routes.get("/api/compare", context -> json(context, compared(context).tree()));
    config.routes.get("/api/compare/file", this::file);
    config.routes.get("/api/comparisons", context -> json(context, list()));
    config.routes.get("/api/comparison", this::comparison);
    config.routes.get("/api/comparison/figure", this::figure);
    config.routes.get("/api/comparison/report", this::report);
  }

  private StudyComparison compared(Context context) {
    List<String> names = context.queryParams("study").stream().distinct().toList();
    if (names.size() < 2 || names.size() > MOST) {
      throw new BadRequestResponse("Choose 2 to %d studies.".formatted(MOST));
    }
    List<StudyComparison.Named> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          studies
              .find(name)
              .map(state -> new StudyComparison.Named(name, state.study()))
              .orElseThrow(() -> unknown(name)));
    }
    return new StudyComparison(repository, chosen);
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

  private Map<String, Object> list() {
    List<Map<String, Object>> lines =
        comparisons.folders().stream().map(folder -> ComparisonLine.of(folder).tree()).toList();
    return Map.of("place", root.toString(), "comparisons", lines);
  }

  private Path folder(Context context) {
    return comparisons
        .folder(String.valueOf(context.queryParam("name")))
        .orElseThrow(() -> new NotFoundResponse("There is no such comparison."));
  }

  private void comparison(Context context) {
    Path folder = folder(context);
    Map<String, Object> tree = new LinkedHashMap<>(comparisons.of(folder).tree());
    ComparisonLine line = ComparisonLine.of(folder);
    tree.put("name", line.name());
    tree.put("status", line.status());
    tree.put("endedNow", line.ended());
    tree.put("statusText", line.statusText());
    json(context, tree);
  }

  private void figure(Context context) {
    FigureLayout layout =
        "phone".equals(context.queryParam("layout")) ? FigureLayout.PHONE : FigureLayout.WIDE;
    String svg =
        comparisons
            .of(folder(context))
            .figure(String.valueOf(context.queryParam("figure")), layout)
            .orElseThrow(() -> new NotFoundResponse("There is no such figure."));
    context.contentType("image/svg+xml; charset=utf-8").result(svg);
  }

  private void report(Context context) {
    String page = comparisons.of(folder(context)).report();
    context.header("Content-Security-Policy", REPORT_POLICY);
    context.contentType("text/html; charset=utf-8").result(page);
  }

  private static void json(Context context, Object tree) {
    context.contentType("application/json; charset=utf-8").result(Json.compact(tree));
  }
}
