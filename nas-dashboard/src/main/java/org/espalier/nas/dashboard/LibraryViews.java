package org.espalier.nas.dashboard;

import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.dashboard.live.LiveStudies;
import org.espalier.nas.dashboard.live.StudyState;
import org.espalier.nas.dashboard.view.ViewSource;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.StoredSubjects;
import org.espalier.nas.experiment.text.ShellText;
import org.espalier.nas.experiment.text.ShownPath;

/**
 * The source of the views of the studies in a library.
 *
 * @param library the studies
 * @param live those that pages look at
 * @param subjects the networks and decisions of their runs
 */
record LibraryViews(StudyLibrary library, LiveStudies live, StoredSubjects subjects)
    implements ViewSource {

  @Override
  public Optional<StoredStudy> study(String name) {
    return live.find(name).map(StudyState::study);
  }

  /** A key of a server is no path, though it may look like one. */
  @Override
  public Optional<Path> folder(String name) {
    return library instanceof RunFolderLibrary ? key(name).map(Path::of) : Optional.empty();
  }

  @Override
  public String arguments(String name) {
    return folder(name)
        .map(folder -> ShellText.quoted(ShownPath.of(folder)))
        .orElseGet(() -> ShellText.quoted(key(name).orElse(name)) + store());
  }

  private String store() {
    return library instanceof ServerLibrary server
        ? " --store " + ShellText.quoted(server.url().text())
        : "";
  }

  private Optional<String> key(String name) {
    return library.entries().stream()
        .filter(entry -> entry.name().equals(name))
        .map(StudyLibrary.Entry::key)
        .findFirst();
  }
}
