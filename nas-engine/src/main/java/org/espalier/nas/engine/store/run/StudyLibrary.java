package org.espalier.nas.engine.store.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StudyRepository;

/** The studies of one place, with names for display; they may come and go. */
public final class StudyLibrary {

  /**
   * A study.
   *
   * @param name its name and id, unique in the library
   * @param key its key in the repository
   */
  public record Entry(String name, String key) {
    /** Checks that both are present. */
    public Entry {
      Objects.requireNonNull(name);
      Objects.requireNonNull(key);
    }
  }

  private final String place;
  private final StudyRepository repository;
  private final Supplier<List<Entry>> entries;

  private StudyLibrary(String place, StudyRepository repository, Supplier<List<Entry>> entries) {
    this.place = place;
    this.repository = repository;
    this.entries = entries;
  }

  /**
   * Returns the library of the run folders below a folder.
   *
   * @param root the folder, which need not exist
   * @param studies repository whose keys are paths of run folders
   */
  public static StudyLibrary inFolders(Path root, StudyRepository studies) {
    RunFolders folders = new RunFolders(root);
    return new StudyLibrary(
        root.toString(),
        studies,
        () ->
            folders.all().stream()
                .map(folder -> new Entry(RunFolders.key(folder), folder.toString()))
                .toList());
  }

  /**
   * Returns the library of all studies of a repository, named by their keys.
   *
   * @param place place of the studies, for display
   */
  public static StudyLibrary ofAll(String place, StudyRepository studies) {
    return new StudyLibrary(
        place, studies, () -> studies.list().stream().map(key -> new Entry(key, key)).toList());
  }

  /** Returns the library of all studies of a database server. */
  public static StudyLibrary inServer(StoreUrl url, StudyRepository studies) {
    return ofAll(url.text(), studies);
  }

  /**
   * Returns the studies, the oldest first.
   *
   * @throws org.espalier.nas.api.NasException if they cannot be listed
   */
  public List<Entry> entries() {
    return entries.get();
  }

  /** Returns the study of a name; empty if there is none. */
  public Optional<Entry> find(String name) {
    return entries().stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** Returns the repository of the studies. */
  public StudyRepository repository() {
    return repository;
  }

  /** Returns the place of the studies, for display. */
  public String place() {
    return place;
  }
}
