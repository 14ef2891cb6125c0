package org.espalier.nas.dashboard;

import java.nio.file.Path;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.StudyLibrary;

/** Places of studies in memory. */
public final class MemoryPlace {

  private MemoryPlace() {}

  /** Returns the place of the studies of a repository, without comparisons. */
  public static DashboardPlace of(StudyRepository studies) {
    return of(studies, Path.of("none"));
  }

  /** Returns the place of the studies of a repository, and of the comparisons of a folder. */
  public static DashboardPlace of(StudyRepository studies, Path comparisons) {
    return new DashboardPlace(
        StudyLibrary.ofAll("memory", studies), new StoreUrl("memory:studies"), comparisons);
  }
}
