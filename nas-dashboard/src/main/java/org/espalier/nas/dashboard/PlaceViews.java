package org.espalier.nas.dashboard;

import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.dashboard.live.FollowedStudy;
import org.espalier.nas.dashboard.live.LiveStudies;
import org.espalier.nas.dashboard.view.ViewSource;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.run.StudyLibrary;
import org.espalier.nas.experiment.run.StoredSubjects;
import org.espalier.nas.experiment.text.ShellText;
import org.espalier.nas.experiment.text.ShownPath;

/**
 * The source of the views of the studies in a place.
 *
 * @param place the studies
 * @param live those that pages look at
 * @param subjects the networks and decisions of their runs
 */
record PlaceViews(DashboardPlace place, LiveStudies live, StoredSubjects subjects)
    implements ViewSource {

  @Override
  public Optional<StoredStudy> study(String name) {
    return live.find(name).map(FollowedStudy::study);
  }

  /** A key of a server is no path, though it may look like one. */
  @Override
  public Optional<Path> folder(String name) {
    return place.server() == null ? key(name).map(Path::of) : Optional.empty();
  }

  @Override
  public String arguments(String name) {
    return folder(name)
        .map(folder -> ShellText.quoted(ShownPath.of(folder)))
        .orElseGet(() -> ShellText.quoted(key(name).orElse(name)) + store());
  }

  private String store() {
    StoreUrl server = place.server();
    return server == null ? "" : " --store " + ShellText.quoted(server.text());
  }

  private Optional<String> key(String name) {
    return place.studies().find(name).map(StudyLibrary.Entry::key);
  }
}
