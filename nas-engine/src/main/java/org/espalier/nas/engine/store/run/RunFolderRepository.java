package org.espalier.nas.engine.store.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyCopy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyOutline;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.store.sqlite.SqliteStudyRepository;

/**
 * Repository of the studies of run folders. A folder has its study in the SQLite file {@code
 * study.db}, or, if it has the file {@code store.json}, in the database server that this names.
 *
 * <p>A study's key is the path of its run folder, absolute or relative to the repository's root.
 */
public final class RunFolderRepository implements StudyRepository {

  /** Key of the one study in a run folder's database. */
  private static final String STUDY = "study";

  private final Path root;
  private final StudyServers servers;

  /**
   * Creates the repository.
   *
   * @param root folder against which keys are resolved and whose runs are listed; it need not exist
   *     yet
   * @param servers the servers that folders may name
   */
  public RunFolderRepository(Path root, StudyServers servers) {
    this.root = root;
    this.servers = servers;
  }

  /** Creates a repository whose folders have their studies themselves. */
  public RunFolderRepository(Path root) {
    this(root, new StudyServers(List.of(), Map.of()));
  }

  /** A study's place: its repository and its key there. */
  private record Place(StudyRepository studies, String key) {}

  @Override
  public StudyJournal create(String key, StudyDescription description) {
    Path folder = root.resolve(key);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StoreException(
          Kind.READ_ONLY,
          folder.toString(),
          "%s cannot be created (%s). Check the permissions of the folder above it."
              .formatted(folder, IoReason.of(e)),
          e);
    }
    Place place = place(key);
    return place.studies().create(place.key(), description);
  }

  @Override
  public StudyJournal open(String key) {
    Place place = place(key);
    return place.studies().open(place.key());
  }

  @Override
  public StoredStudy read(String key) {
    Place place = place(key);
    return renamed(place.studies().read(place.key()), key);
  }

  @Override
  public StoredStudy read(String key, StoredStudy before) {
    Place place = place(key);
    return renamed(place.studies().read(place.key(), renamed(before, place.key())), key);
  }

  private static StoredStudy renamed(StoredStudy study, String key) {
    return new StoredStudy(
        key,
        study.description(),
        study.sessions(),
        study.trials(),
        study.diagnostics(),
        study.steering());
  }

  @Override
  public StudyOutline outline(String key) {
    Place place = place(key);
    StudyOutline outline = place.studies().outline(place.key());
    return new StudyOutline(
        key,
        outline.description(),
        outline.sessions(),
        outline.counts(),
        outline.best(),
        outline.front(),
        outline.ends(),
        outline.steering());
  }

  @Override
  public String version(String key) {
    Place place = place(key);
    return place.studies().version(place.key());
  }

  /** Folders whose studies are in the same server are asked about together. */
  @Override
  public Map<String, String> versions(Collection<String> keys) {
    List<String> here = new ArrayList<>();
    Map<StoreUrl, Map<String, String>> elsewhere = new HashMap<>();
    for (String key : keys) {
      try {
        StoreFile.in(root.resolve(key))
            .ifPresentOrElse(
                place ->
                    elsewhere
                        .computeIfAbsent(place.url(), url -> new HashMap<>())
                        .put(place.key(), key),
                () -> here.add(key));
      } catch (StoreException damaged) {
        here.add(key);
      }
    }
    Map<String, String> versions = new HashMap<>(StudyRepository.super.versions(here));
    elsewhere.forEach(
        (url, names) ->
            servers
                .at(url)
                .versions(names.keySet())
                .forEach((key, version) -> versions.put(names.get(key), version)));
    return versions;
  }

  @Override
  public List<String> list() {
    return new RunFolders(root)
        .all().stream().map(folder -> root.relativize(folder).toString()).toList();
  }

  @Override
  public Optional<String> holder(String key) {
    Place place = place(key);
    return place.studies().holder(place.key());
  }

  @Override
  public SteeringRequests requests(String key) {
    Place place = place(key);
    return place.studies().requests(place.key());
  }

  private Place place(String key) {
    Path folder = root.resolve(key);
    return StoreFile.in(folder)
        .map(elsewhere -> new Place(servers.at(elsewhere.url()), elsewhere.key()))
        .orElseGet(() -> local(folder));
  }

  private static Place local(Path folder) {
    return new Place(new SqliteStudyRepository(folder.resolve(RunFolders.DATABASE)), STUDY);
  }

  /**
   * Copies the study of a run folder into a database server. The folder keeps its own.
   *
   * @param key the path of the run folder
   * @param copy place of the copy
   * @return the number of trials copied
   * @throws StoreException if there is no such study, a process works on it, or the server has
   *     another study of this key
   */
  public int copy(String key, StoreFile copy) {
    Place place = place(key);
    return new StudyCopy(place.studies(), place.key()).to(servers.at(copy.url()), copy.key());
  }

  /**
   * Copies the study that a run folder has in a database server into the folder, which then has its
   * own.
   *
   * @param key the path of the run folder
   * @return the number of trials copied
   * @throws StoreException if there is no such study or a process works on it
   */
  public int fetch(String key) {
    Path folder = root.resolve(key);
    Place place = place(key);
    Place own = local(folder);
    int trials = new StudyCopy(place.studies(), place.key()).to(own.studies(), own.key());
    StoreFile.delete(folder);
    return trials;
  }
}
