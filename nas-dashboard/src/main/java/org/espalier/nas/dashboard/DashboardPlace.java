package org.espalier.nas.dashboard;

import java.nio.file.Path;
import java.util.Objects;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The place of the studies and comparisons that a dashboard shows.
 *
 * @param studies the studies
 * @param server database server of the studies, or null if they are in run folders, whose paths are
 *     their keys
 * @param comparisons folder of all comparisons; it need not exist yet
 */
public record DashboardPlace(StudyLibrary studies, @Nullable StoreUrl server, Path comparisons) {

  /** Checks that the studies and the folder are present. */
  public DashboardPlace {
    Objects.requireNonNull(studies);
    Objects.requireNonNull(comparisons);
  }

  /**
   * Returns the place of run folders.
   *
   * @param runs folder of all runs; it need not exist yet
   * @param studies repository whose keys are paths of run folders
   */
  public static DashboardPlace inFolders(Path runs, StudyRepository studies, Path comparisons) {
    return new DashboardPlace(StudyLibrary.inFolders(runs, studies), null, comparisons);
  }

  /** Returns the place of the studies of a database server. */
  public static DashboardPlace inServer(StoreUrl url, StudyRepository studies, Path comparisons) {
    return new DashboardPlace(StudyLibrary.inServer(url, studies), url, comparisons);
  }
}
