package org.espalier.nas.dashboard.view;

import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.StoredSubjects;

/** The source of the views: stored studies, by their names in the page. */
public interface ViewSource {

  /** Returns a study; empty if there is none of that name. */
  Optional<StoredStudy> study(String name);

  /** Returns the folder of a run; empty if it is not on this machine, or there is no such study. */
  Optional<Path> folder(String name);

  /** Returns the arguments by which commands name a study, as a shell reads them. */
  String arguments(String name);

  /** Returns the source of the networks and decisions of runs. */
  StoredSubjects subjects();
}
