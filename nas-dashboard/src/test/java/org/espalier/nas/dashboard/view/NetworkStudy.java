package org.espalier.nas.dashboard.view;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;

/** A study with one trial: a perceptron with a hidden layer. */
final class NetworkStudy {

  private NetworkStudy() {}

  static void create(StudyRepository studies, StudyDescription description, String key) {
    Architecture architecture =
        new Architecture(
            List.of(
                new Choice.Option("layer 1", 0, "(16, relu)"),
                new Choice.Option("layer 2", 1, "(1, sigmoid)")));
    Trial trial = new Trial(1, Proposal.of(architecture, Fidelity.epochs(1)), 1, 0);
    try (StudyJournal journal = studies.create(key, description)) {
      journal.beginSession(Instant.EPOCH);
      journal.asked(
          new AskEntry(
              List.of(trial),
              List.of(new RecordedAsk(0, 1, 1)),
              new TreeMap<>(),
              null,
              Instant.EPOCH));
    }
  }
}
