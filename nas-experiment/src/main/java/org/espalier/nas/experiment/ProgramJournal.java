package org.espalier.nas.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.engine.objective.Valuation;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.RunProvenance;
import org.espalier.nas.experiment.run.StudySteering;
import org.jspecify.annotations.Nullable;

/** The journal of a search over a function: in memory, or in a run folder. */
final class ProgramJournal implements AutoCloseable {
  private static final String DEFINITION = "search.definition";

  /** Keys that may change between sessions, for results do not depend on them. */
  private static final Set<String> UNDEFINING = Set.of("workers", "budget", "output");

  private final Path folder;
  private final StudyRepository studies;
  private final boolean stored;
  private @Nullable StudyJournal journal;

  private ProgramJournal(Path folder, StudyRepository studies, boolean stored) {
    this.folder = folder;
    this.studies = studies;
    this.stored = stored;
  }

  /** Prepares a journal in a folder, or in memory if {@code folder} is null. */
  static ProgramJournal of(@Nullable Path folder) {
    return folder == null
        ? new ProgramJournal(
            Path.of(System.getProperty("java.io.tmpdir"), "espalier"),
            new InMemoryStudyRepository(),
            false)
        : new ProgramJournal(
            folder,
            new RunFolderRepository(Path.of("")),
            Files.isRegularFile(folder.resolve(RunFolders.DATABASE)));
  }

  /** Returns where components may keep files; it exists only if the journal has a folder. */
  Path folder() {
    return folder;
  }

  /**
   * Opens the journal, of a new study or of the one that the folder holds.
   *
   * @param valuation values by which trials are compared
   * @throws NasException if the folder holds another study
   */
  StudyJournal open(Experiment experiment, Valuation valuation, Catalogue catalogue, Instant now) {
    StudyDescription description =
        new StudyDescription(
            experiment.name(),
            experiment.seed(),
            new ExperimentWriter().yaml(experiment),
            provenance(experiment, valuation.description(), catalogue),
            valuation.objectives().list(),
            now);
    String key = folder.toString();
    StudyJournal opened = stored ? studies.open(key) : studies.create(key, description);
    journal = opened;
    requireSame(opened.description(), description);
    return opened;
  }

  /** Returns the requests of people to the search. */
  SteeringRequests requests() {
    return studies.requests(folder.toString());
  }

  /** Returns the commands of people that the search has taken. */
  List<SteeringEvent> steering() {
    return studies.read(folder.toString()).steering();
  }

  private static Map<String, String> provenance(
      Experiment experiment, String reward, Catalogue catalogue) {
    Map<String, String> facts =
        new TreeMap<>(RunProvenance.of(Optional.empty(), List.of(), reward, catalogue));
    String definition = new ExperimentWriter().yaml(experiment, key -> !UNDEFINING.contains(key));
    facts.put(DEFINITION, Sha256.of(definition));
    return facts;
  }

  private void requireSame(StudyDescription before, StudyDescription wanted) {
    if (!Objects.equals(before.provenance().get(DEFINITION), wanted.provenance().get(DEFINITION))) {
      throw new NasException(
          "folder (%s) holds a search with other settings; give another folder, or the settings of that one:\n%s"
              .formatted(folder, before.yaml()));
    }
  }

  @Override
  public void close() {
    StudyJournal opened = journal;
    if (opened != null) {
      opened.close();
      new StudySteering(studies, () -> Catalogue.of(List.of()), InstantSource.system())
          .ended(folder.toString());
    }
  }
}
