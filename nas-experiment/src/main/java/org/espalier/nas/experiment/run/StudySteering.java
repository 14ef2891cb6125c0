package org.espalier.nas.experiment.run;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steering of studies, running or not. A running study takes a command within a second or so;
 * of one that does not run, notes and tags are stored at once, and other commands wait until it is
 * resumed.
 */
public final class StudySteering {
  private static final Logger LOG = LoggerFactory.getLogger(StudySteering.class);

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
    if (!command.changesSearch()) {
      takeNotes(key);
    }
    return request;
  }

  /**
   * Takes the notes and tags that were sent in the last moment of a session, whose senders saw that
   * somebody worked on the study; to be called after the session has closed the journal.
   *
   * @param key the study's key
   */
  public void ended(String key) {
    try {
      takeNotes(key);
    } catch (NasException kept) {
      LOG.warn("Notes and tags that wait for {} are not stored: {}", key, kept.getMessage());
    }
  }

  /**
   * Stores the notes and tags that wait for a study, unless somebody works on it, who takes them.
   */
  private void takeNotes(String key) {
    List<SteeringRequest> waiting = waiting(key);
    while (!waiting.isEmpty() && studies.holder(key).isEmpty()) {
      // Read before the study is opened, for then nobody else can resume it.
      int told = studies.outline(key).counts().finished();
      try (StudyJournal journal = studies.open(key)) {
        store(waiting, told, journal);
      } catch (StoreException opened) {
        if (opened.kind() != StoreException.Kind.IN_USE) {
          throw opened;
        }
        return;
      }
      SteeringRequests requests = studies.requests(key);
      waiting.forEach(request -> requests.remove(request.id()));
      // Somebody may have sent one meanwhile, and seen that the study was open.
      waiting = waiting(key);
    }
  }

  private List<SteeringRequest> waiting(String key) {
    return studies.requests(key).waiting().stream()
        .filter(request -> !request.command().changesSearch())
        .toList();
  }

  private static void store(List<SteeringRequest> waiting, int told, StudyJournal journal) {
    List<SteeringEvent> before = journal.steering();
    Set<String> taken = new HashSet<>();
    before.forEach(event -> taken.add(event.request()));
    List<SteeringEvent> events = new ArrayList<>();
    for (SteeringRequest request : waiting) {
      if (taken.add(request.id())) {
        events.add(
            new SteeringEvent(
                before.size() + events.size() + 1,
                request.id(),
                request.at(),
                request.command(),
                told,
                null,
                null));
      }
    }
    journal.batch(() -> events.forEach(journal::steered));
  }
}
