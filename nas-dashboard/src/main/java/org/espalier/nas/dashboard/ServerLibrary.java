package org.espalier.nas.dashboard;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StudyRepository;

/**
 * The studies of a database server.
 *
 * @param url address of the server
 * @param repository its studies
 * @param comparisons folder of all comparisons; it need not exist yet
 */
public record ServerLibrary(StoreUrl url, StudyRepository repository, Path comparisons)
    implements StudyLibrary {

  @Override
  public List<Entry> entries() {
    return repository.list().stream().map(key -> new Entry(key, key)).toList();
  }

  @Override
  public String place() {
    return url.text();
  }
}
