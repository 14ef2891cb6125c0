package org.espalier.nas.dashboard;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.engine.store.StudyRepository;

/** The studies that a page shows, which may come and go while it is open. */
public interface StudyLibrary {

  /**
   * A study.
   *
   * @param name its name and id for display, unique in the library
   * @param key its key in the repository
   */
  record Entry(String name, String key) {}

  /** Returns the studies, the oldest first. */
  List<Entry> entries();

  /** Returns the repository of the studies. */
  StudyRepository repository();

  /** Returns the place of the studies, for display. */
  String place();

  /** Returns the folder of all comparisons, which need not exist. */
  Path comparisons();

  /** Returns the same studies, for those who follow their changes. */
  default org.espalier.nas.engine.store.run.StudyLibrary followed() {
    return org.espalier.nas.engine.store.run.StudyLibrary.ofAll(place(), repository());
  }
}
