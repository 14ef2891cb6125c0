package org.espalier.nas.dashboard.live;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.espalier.nas.engine.study.StudyEnd;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses of lists, studies, trials and curves, and of their changes. */
public final class LiveRoutes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

  /** Two studies of 10,000 trials with 30 epochs each. */
  private static final long MEASUREMENTS = 600_000;

  /** The number of pages that can be open at once, more than people open; each has a thread. */
  public static final int PAGES = 100;

  private static final int LONGEST_LIST = 10_000;

  private final StudyLibrary library;
  private final LiveStudies studies;
  private final StudyList list;
  private final ChangeFeed changes;

  public LiveRoutes(StudyLibrary library) {
    this.library = library;
    this.studies = new LiveStudies(library, MEASUREMENTS);
    this.list = new StudyList(library);
    this.changes = new ChangeFeed(studies, list, PAGES);
    Thread first = new Thread(this::readAhead, "dashboard-first");
    first.setDaemon(true);
    first.start();
  }

  /**
   * Reads the list, and the newest study, while a browser opens: the first look at many studies,
   * and at a large one, takes longest.
   */
  private void readAhead() {
    try {
      list.look(true).keySet().stream().findFirst().ifPresent(studies::recent);
    } catch (NasException | IllegalStateException unreadable) {
      LOG.debug("The studies cannot be read", unreadable);
    }
  }

  /** Returns the studies that pages look at. */
  public LiveStudies studies() {
    return studies;
  }

  /** Adds the addresses to a server. */
  public void register(JavalinConfig config) {
    config.routes.get("/api/studies", context -> json(context, studiesTree()));
    config.routes.get("/api/study", context -> json(context, study(context)));
    config.routes.get("/api/trial", context -> json(context, trial(context)));
    config.routes.get("/api/curves", context -> json(context, curves(context)));
    config.routes.get("/api/trials.csv", this::csv);
    config.routes.get("/api/changes", this::changes);
  }

  private Map<String, Object> studiesTree() {
    return Map.of("place", library.place(), "studies", StudyList.trees(list.look(false)));
  }

  private FollowedStudy state(Context context) {
    return studies.find(parameter(context, "study")).orElseThrow(NotFoundResponse::new);
  }

  private static String parameter(Context context, String name) {
    return Objects.requireNonNullElse(context.queryParam(name), "");
  }

  private Map<String, Object> study(Context context) {
    FollowedStudy state = state(context);
    String name = parameter(context, "study");
    StudyDescription description = state.study().description();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("study", name);
    tree.put("name", description.name());
    tree.put("seed", description.seed());
    tree.put("begun", description.createdAt().toString());
    tree.put("objectives", description.objectives().stream().map(LiveRoutes::objective).toList());
    tree.put("decisions", state.decisions());
    tree.put("yaml", description.yaml());
    tree.put("provenance", description.provenance());
    tree.put("sessions", state.study().sessions().stream().map(LiveRoutes::session).toList());
    tree.put("head", state.head(name, Instant.now()));
    tree.put("version", state.version());
    tree.put("rows", state.rows());
    return tree;
  }

  private static Map<String, Object> objective(Objective objective) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", objective.name());
    tree.put("direction", objective.direction().name().toLowerCase(Locale.ROOT));
    tree.put("unit", objective.unit());
    return tree;
  }

  private static Map<String, Object> session(StoredSession session) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("number", session.number());
    tree.put("started", session.startedAt().toEpochMilli());
    TableRow.put(tree, "ended", TableRow.millis(session.endedAt()));
    TableRow.put(tree, "ending", ending(session));
    return tree;
  }

  private static @Nullable String ending(StoredSession session) {
    if (StoredSession.EXTENDED.equals(session.ending())) {
      return "the budget was extended";
    }
    Optional<StudyEnd> end = StudyEnd.of(session);
    return end.isPresent() ? end.get().text() : session.ending();
  }

  private Map<String, Object> trial(Context context) {
    FollowedStudy state = state(context);
    List<StoredTrial> trials = state.study().trials();
    int number = number(parameter(context, "trial")).orElse(0);
    if (number < 1 || number > trials.size()) {
      throw new NotFoundResponse();
    }
    return TrialPage.of(state, trials.get(number - 1));
  }

  private Map<String, Object> curves(Context context) {
    Set<Integer> wanted = new TreeSet<>();
    for (String text : parameter(context, "trials").split(",", LONGEST_LIST)) {
      number(text).ifPresent(wanted::add);
    }
    return new SampledCurves(state(context)).tree(parameter(context, "metric"), wanted);
  }

  /** The name of the file is fixed, because names of studies can have any characters. */
  private void csv(Context context) {
    String text = new TrialsCsv(state(context)).text();
    context
        .contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"trials.csv\"")
        .result(text);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** A page that connects again says by a header which event was its last. */
  private void changes(Context context) {
    String reconnected = Objects.requireNonNullElse(context.header("Last-Event-ID"), "");
    String version = reconnected.isEmpty() ? parameter(context, "after") : reconnected;
    changes.follow(context, context.queryParam("study"), version.isEmpty() ? null : version);
  }

  private static void json(Context context, Map<String, Object> tree) {
    context.contentType("application/json; charset=utf-8").result(Json.compact(tree));
  }

  /** Ends the feeds of all pages. */
  @Override
  public void close() {
    changes.close();
  }
}
