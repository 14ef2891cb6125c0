package org.espalier.nas.engine.store;

import java.util.List;
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
