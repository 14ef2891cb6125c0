package org.espalier.nas.cli;

import java.util.HashMap;
import java.util.Map;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyRepositoryProvider;

/** Servers at addresses {@code memory:NAME}, which last as long as the object. */
final class MemoryServers implements StudyRepositoryProvider {
  private final Map<String, StudyRepository> repositories = new HashMap<>();

  @Override
  public boolean serves(String url) {
    return url.startsWith("memory:");
  }

  @Override
  public StudyRepository at(String url, Map<String, String> environment) {
    return repositories.computeIfAbsent(url, name -> new InMemoryStudyRepository());
  }
}
