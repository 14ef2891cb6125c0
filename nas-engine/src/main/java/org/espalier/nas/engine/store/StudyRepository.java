package org.espalier.nas.engine.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.engine.steering.SteeringRequests;

/**
 * Collection of stored studies. Its methods may be called from several threads.
 *
 * <p>A study's key is a text that is unique in its repository; the repository defines its form.
 */
public interface StudyRepository {

  /**
   * Creates a study.
   *
   * @param key the new study's key
   * @return the study's journal, to be closed by the caller
   * @throws StoreException if the repository has a study of this key, or cannot be written
   */
  StudyJournal create(String key, StudyDescription description);

  /**
   * Opens a study in order to continue it.
   *
   * @return the study's journal, to be closed by the caller
   * @throws StoreException if there is no such study, its journal is open already, here or in
   *     another process, or it cannot be written
   */
  StudyJournal open(String key);

  /**
   * Reads a study, which may be running.
   *
   * @throws StoreException if there is no such study or it cannot be read
   */
  StoredStudy read(String key);

  /**
   * Reads a study again, of which only that is read that can have changed: the description, the
   * sessions, trials that were not finished or are newer, and their diagnostics.
   *
   * @param before the same study as this repository read it earlier
   * @return the same as {@link #read(String)}; it shares the finished trials with {@code before}
   * @throws StoreException if there is no such study or it cannot be read
   */
  StoredStudy read(String key, StoredStudy before);

  /**
   * Reads the outline of a study, without reading its trials one by one.
   *
   * @throws StoreException if there is no such study or it cannot be read
   */
  StudyOutline outline(String key);

  /**
   * Returns a text that differs from all earlier ones if the study has changed since, and may do so
   * if it has not; cheaper than any read. There may be a text for a study that does not exist.
   *
   * @throws StoreException if the repository cannot be read
   */
  String version(String key);

  /**
   * Returns the versions of some studies by key. A repository may read them together, which takes
   * less time. Studies whose version cannot be read are left out.
   *
   * @throws StoreException if the repository cannot be read
   */
  default Map<String, String> versions(Collection<String> keys) {
    Map<String, String> versions = new HashMap<>();
    for (String key : keys) {
      try {
        versions.put(key, version(key));
      } catch (StoreException unreadable) {
        // The method version tells the error.
        versions.remove(key);
      }
    }
    return versions;
  }

  /**
   * Returns the keys of all studies, the oldest first.
   *
   * @throws StoreException if the repository cannot be read
   */
  List<String> list();

  /**
   * Returns who has a study's journal open, in words such as {@code process 4711}; empty if nobody
   * does or there is no such study.
   *
   * @throws StoreException if the repository cannot be read
   */
  Optional<String> holder(String key);

  /**
   * Returns the requests that wait for a study, which may be running.
   *
   * @throws StoreException if there is no such study or it cannot be read
   */
  SteeringRequests requests(String key);
}
