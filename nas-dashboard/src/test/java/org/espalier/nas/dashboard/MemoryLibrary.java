package org.espalier.nas.dashboard;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.engine.store.StudyRepository;

/** The studies of a repository in memory. */
public record MemoryLibrary(StudyRepository repository, Path comparisons) implements StudyLibrary {
  /** Creates a library without comparisons. */
  public MemoryLibrary(StudyRepository repository) {
    this(repository, Path.of("none"));
  }

  @Override
  public List<Entry> entries() {
    return repository.list().stream().map(key -> new Entry(key, key)).toList();
  }

  @Override
  public String place() {
    return "memory";
  }
}
