package org.espalier.nas.dashboard.metrics;

import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The route of the metrics for Prometheus. */
public final class MetricsRoutes {

  /** Each study has about thirty samples, and a server should have thousands, not millions. */
  static final int MOST_STUDIES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(MetricsRoutes.class);

  private final StudyLibrary library;
  private final KnownNumbers known;

  /** Creates the route. */
  public MetricsRoutes(StudyLibrary library) {
    this.library = library;
    this.known = new KnownNumbers(library.repository());
  }

  /** Adds the route. */
  public void register(JavalinConfig config) {
    config.routes.get(
        "/metrics",
        context ->
            context.contentType(ExpositionFormat.CONTENT_TYPE).result(ExpositionFormat.of(all())));
  }

  private List<MetricFamily> all() {
    List<StudyLibrary.Entry> entries = library.entries();
    int omitted = Math.max(0, entries.size() - MOST_STUDIES);
    StudyMetrics studies = new StudyMetrics();
    int unreadable = 0;
    List<StudyLibrary.Entry> shown = entries.subList(omitted, entries.size());
    known.retain(shown.stream().map(StudyLibrary.Entry::key).collect(Collectors.toSet()));
    for (StudyLibrary.Entry entry : shown) {
      try {
        studies.add(entry.name(), known.of(entry.key()));
      } catch (NasException damaged) {
        LOG.debug("The study {} cannot be read", entry.name(), damaged);
        unreadable++;
      }
    }
    List<MetricFamily> families = new ArrayList<>();
    families.add(
        MetricFamily.gauge("espalier_studies", "Studies in the folder or database server.")
            .add(Map.of(), entries.size()));
    families.add(
        MetricFamily.gauge("espalier_studies_omitted", "Older studies without metrics here.")
            .add(Map.of(), omitted));
    families.add(
        MetricFamily.gauge("espalier_studies_unreadable", "Studies that cannot be read.")
            .add(Map.of(), unreadable));
    families.addAll(studies.families());
    families.addAll(ProcessMetrics.families());
    return families;
  }
}
