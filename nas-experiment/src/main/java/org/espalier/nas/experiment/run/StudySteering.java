package org.espalier.nas.experiment.run;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;

/**
 * The steering of studies, running or not. A running study takes a command within a second or so;
 * of one that does not run, notes and tags are stored at once, and other commands wait until it is
 * resumed.
 */
public final class StudySteering {
  private final StudyRepository studies;
  private final SteeringCheck check;
  private final InstantSource clock;

  /**
   * Creates the steering of the studies of a repository.
   *
   * @param catalogue source of the components of the studies, asked only if a command needs them
   */
  public StudySteering(
      StudyRepository studies, Supplier<Catalogue> catalogue, InstantSource clock) {
    this.studies = studies;
    this.check = new SteeringCheck(studies, catalogue);
    this.clock = clock;
  }

  /**
   * Checks a command without sending it.
   *
   * @param key the study's key
   * @return a sentence about an effect that the person may not have meant; empty if there is none
   * @throws org.espalier.nas.api.InvalidSettingException if the command cannot have an effect, or
   *     the study is a search of a comparison that the command would change
   * @throws org.espalier.nas.api.NasException if there is no such study
   */
  public Optional<String> check(String key, SteeringCommand command) {
    return check.remark(key, command);
  }

  /**
   * Sends a command that passes the check.
   *
   * @param key the study's key
   * @return the request, by whose id the command is found in the journal
   * @throws org.espalier.nas.api.InvalidSettingException if {@link #check} refuses it
   * @throws org.espalier.nas.api.NasException if there is no such study, or it cannot be written
   */
  public SteeringRequest send(String key, SteeringCommand command) {
    Optional<String> unused = check(key, command);
    SteeringRequest request = SteeringRequest.of(command, clock.instant());
    studies.requests(key).send(request);
    if (!command.changesSearch() && studies.holder(key).isEmpty()) {
      takeNotes(key);
    }
    return request;
  }

  /** Stores the notes and tags that wait for a study that nobody works on. */
  private void takeNotes(String key) {
    try (StudyJournal journal = studies.open(key)) {
      SteeringRequests requests = studies.requests(key);
      int number = journal.steering().size();
      Set<String> taken = new HashSet<>();
      journal.steering().forEach(event -> taken.add(event.request()));
      List<SteeringRequest> waiting =
          requests.waiting().stream().filter(each -> !each.command().changesSearch()).toList();
      for (SteeringRequest request : waiting) {
        if (taken.add(request.id())) {
          number++;
          int told = journal.trials().size();
          journal.steered(
              new SteeringEvent(
                  number, request.id(), request.at(), request.command(), told, null, null));
        }
        requests.remove(request.id());
      }
    } catch (StoreException opened) {
      // Whoever opened the study in between takes the requests.
      if (opened.kind() != StoreException.Kind.IN_USE) {
        throw opened;
      }
    }
  }
}
