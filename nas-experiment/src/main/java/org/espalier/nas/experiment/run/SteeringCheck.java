package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.BudgetUse;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A check of commands before they are sent, so that a person hears at once of one that a study
 * would refuse later or take in another sense.
 */
final class SteeringCheck {
  private static final String SECONDS = "seconds";

  private final StudyRepository studies;
  private final Supplier<Catalogue> catalogue;

  SteeringCheck(StudyRepository studies, Supplier<Catalogue> catalogue) {
    this.studies = studies;
    this.catalogue = catalogue;
  }

  /**
   * Checks a command.
   *
   * @return a sentence about an effect that the person may not have meant; empty if there is none
   * @throws InvalidSettingException if it is refused
   * @throws NasException if there is no such study
   */
  Optional<String> remark(String key, SteeringCommand command) {
    if (command.changesSearch()) {
      ComparedRun.requireNone(Path.of(key));
    }
    if (command instanceof SteeringCommand.StopTrial stop) {
      requireTrial(key, stop.trial());
    } else if (command instanceof SteeringCommand.Note note) {
      requireTrial(key, note.trial());
    } else if (command instanceof SteeringCommand.ChangeBudget change) {
      StoredStudy study = studies.read(key);
      requireChargedSeconds(study, change.seconds());
      return ending(change, BudgetUse.of(study.trials()));
    }
    return Optional.empty();
  }

  private void requireTrial(String key, @Nullable Integer trial) {
    if (trial == null) {
      return;
    }
    int begun = studies.outline(key).counts().trials();
    if (trial < 1 || trial > begun) {
      throw new InvalidSettingException(
          "trial",
          "There is no trial %d: the study has %s so far."
              .formatted(trial, Counts.of(begun, "trial")));
    }
  }

  /** Applies the rule of the file, with its message, if the file can be read here. */
  private void requireChargedSeconds(StoredStudy study, @Nullable Integer seconds) {
    if (seconds == null) {
      return;
    }
    StudyDescription description = study.description();
    StoredPlugins plugins = new StoredPlugins(description, catalogue.get());
    Path file = Path.of(study.key()).resolve(SearchRun.EXPERIMENT);
    try {
      Object unused = plugins.read(file, description.yaml());
    } catch (NasException unreadable) {
      return;
    }
    SettingFlag flag =
        new SettingFlag(SECONDS + " " + seconds, "budget." + SECONDS, seconds.toString());
    try {
      Object unused = plugins.read(file, description.yaml(), Optional.empty(), List.of(flag));
    } catch (InvalidExperimentException invalid) {
      throw new InvalidSettingException(SECONDS, invalid.problems().get(0).message());
    }
  }

  private static Optional<String> ending(SteeringCommand.ChangeBudget change, BudgetUse used) {
    if (change.trials() != null && change.trials() <= used.trials()) {
      return Optional.of(sentence(used.trials(), "trial"));
    }
    if (change.epochs() != null && change.epochs() <= used.epochs()) {
      return Optional.of(sentence(used.epochs(), "epoch"));
    }
    return change.seconds() != null && change.seconds() <= used.seconds()
        ? Optional.of(sentence((long) used.seconds(), "second"))
        : Optional.empty();
  }

  private static String sentence(long done, String unit) {
    return "%s %s done, so that the search ends."
        .formatted(Counts.of(done, unit), done == 1 ? "is" : "are");
  }
}
