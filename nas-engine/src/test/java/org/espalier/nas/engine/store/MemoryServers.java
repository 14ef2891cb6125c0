package org.espalier.nas.engine.store;

import java.util.HashMap;
import java.util.Map;

/** Servers at addresses {@code memory:NAME}, which last as long as the object. */
public final class MemoryServers implements StudyRepositoryProvider {
  private final Map<String, StudyRepository> repositories = new HashMap<>();

  /** Creates servers without studies. */
  public MemoryServers() {}

  @Override
  public boolean serves(String url) {
    return url.startsWith("memory:");
  }

  @Override
  public StudyRepository at(String url, Map<String, String> environment) {
    return repositories.computeIfAbsent(url, name -> new InMemoryStudyRepository());
  }
}
