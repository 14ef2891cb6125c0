package org.espalier.nas.dashboard.metrics;

import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.NasException;
import org.espalier.nas.dashboard.StudyLibrary;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.RunStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The route of the metrics for Prometheus. */
public final class MetricsRoutes {

  /** Each study has about thirty samples, and a server should have thousands, not millions. */
  static final int MOST_STUDIES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(MetricsRoutes.class);

  private final StudyLibrary library;

  /** Creates the route. */
  public MetricsRoutes(StudyLibrary library) {
    this.library = library;
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
    for (StudyLibrary.Entry entry : entries.subList(omitted, entries.size())) {
      try {
        StoredStudy study = library.repository().read(entry.key());
        studies.add(
            entry.name(), StudyNumbers.of(study, RunStatus.of(study, library.repository())));
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
