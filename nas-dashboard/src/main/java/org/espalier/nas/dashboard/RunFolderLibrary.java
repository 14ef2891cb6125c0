package org.espalier.nas.dashboard;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolders;

/**
 * The studies of the run folders in a folder.
 *
 * @param root folder of all runs; it need not exist yet
 * @param repository repository of the studies, by the paths of their folders
 * @param comparisons folder of all comparisons; it need not exist yet
 */
public record RunFolderLibrary(Path root, StudyRepository repository, Path comparisons)
    implements StudyLibrary {

  @Override
  public List<Entry> entries() {
    return new RunFolders(root)
        .all().stream()
            .map(folder -> new Entry(RunFolders.key(folder), folder.toString()))
            .toList();
  }

  @Override
  public String place() {
    return root.toString();
  }

  @Override
  public org.espalier.nas.engine.store.run.StudyLibrary followed() {
    return org.espalier.nas.engine.store.run.StudyLibrary.inFolders(root, repository);
  }
}
