package org.espalier.nas.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudySteeringTest {

  private static final SteeringCommand NOTE = new SteeringCommand.Note(null, "good");
  private static final SteeringCommand STOP = new SteeringCommand.StopStudy();

  private final StudyRepository studies = new InMemoryStudyRepository();
  private final StudySteering steering =
      new StudySteering(studies, () -> Catalogue.of(List.of()), () -> Instant.EPOCH);

  private StudyJournal begin() {
    return studies.create(
        "a/1", new StudyDescription("a", 1, "name: a\n", Map.of(), Instant.EPOCH));
  }

  private static Trial trial(int number) {
    Architecture architecture = new Architecture(List.of(new Choice.Whole("units", number)));
    return new Trial(number, new Proposal(architecture, Fidelity.epochs(1), null, null), 1, 0);
  }

  private List<SteeringCommand> taken() {
    return studies.read("a/1").steering().stream().map(SteeringEvent::command).toList();
  }

  @Test
  void aNoteHasThePlaceOfTheResultsSoFar() {
    try (StudyJournal journal = begin()) {
      List<Trial> trials = List.of(trial(1), trial(2));
      journal.asked(
          new AskEntry(
              trials, List.of(new RecordedAsk(0, 2, 2)), new TreeMap<>(), null, Instant.EPOCH));
      journal.finished(
          new TrialResult(trials.get(0), Outcome.Failed.of(FailureCause.OUT_OF_MEMORY, ""), null),
          Instant.EPOCH);
    }
    steering.send("a/1", NOTE);

    assertThat(studies.read("a/1").steering())
        .extracting(SteeringEvent::number, SteeringEvent::place)
        .containsExactly(tuple(1, 1));
    assertThat(studies.requests("a/1").waiting()).isEmpty();
  }

  @Test
  void aNoteOfTheLastMomentIsTakenAfterTheSession() {
    try (StudyJournal journal = begin()) {
      steering.send("a/1", NOTE);
      steering.send("a/1", STOP);
      assertThat(journal.steering()).isEmpty();
    }
    steering.ended("a/1");

    assertThat(taken()).containsExactly(NOTE);
    assertThat(studies.requests("a/1").waiting()).hasSize(1);
    steering.ended("a/1");
    assertThat(taken()).containsExactly(NOTE);
  }

  @Test
  void aRequestThatWasTakenIsOnlyRemoved() {
    begin().close();
    steering.send("a/1", NOTE);
    studies.requests("a/1").send(studies.read("a/1").steering().get(0).again());

    steering.ended("a/1");

    assertThat(taken()).containsExactly(NOTE);
    assertThat(studies.requests("a/1").waiting()).isEmpty();
  }

  /** Another sender sees that the study is open, and leaves its note to whoever opened it. */
  @Test
  void aNoteThatIsSentMeanwhileIsTakenToo() {
    SteeringCommand other = new SteeringCommand.Tag("mine", true);
    List<String> calls = new ArrayList<>();
    StudyRepository watched =
        watched(
            StudyRepository.class,
            studies,
            (method, result) ->
                method.equals("open")
                    ? watched(
                        StudyJournal.class,
                        (StudyJournal) result,
                        (call, answer) -> {
                          if (call.equals("steering") && !calls.contains(call)) {
                            steering.send("a/1", other);
                          }
                          calls.add(call);
                          return answer;
                        })
                    : result);
    begin().close();

    new StudySteering(watched, () -> Catalogue.of(List.of()), () -> Instant.EPOCH)
        .send("a/1", NOTE);

    assertThat(taken()).containsExactly(NOTE, other);
    assertThat(studies.requests("a/1").waiting()).isEmpty();
    assertThat(calls).as("calls while the study is locked").doesNotContain("trials");
  }

  private static <T> T watched(
      Class<T> type, T object, BiFunction<String, @Nullable Object, @Nullable Object> watcher) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                watcher.apply(method.getName(), method.invoke(object, arguments))));
  }

  @Test
  void searchesTakeWhatWasSentInTheirLastMoment(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("last.yaml"),
            """
            name: last
            searchSpace: {type: mlp}
            dataset: {type: moons, samples: 60}
            controller: {type: random}
            evaluator: {type: hidden-architecture, epochs: 1}
            budget: {trials: 2}
            output: {report: false}
            """);
    Catalogue catalogue = Catalogue.load(getClass().getClassLoader());
    RunFolderRepository runs = new RunFolderRepository(Path.of(""));
    Path run = folder.resolve("run");
    StudySteering sender =
        new StudySteering(runs, () -> Catalogue.of(List.of()), InstantSource.system());
    SearchRun search =
        new SearchRun(
            catalogue,
            runs,
            new SearchWatcher() {},
            InstantSource.system(),
            (work, interrupt) -> {
              StudySummary summary = work.get();
              sender.send(run.toString(), NOTE);
              return summary;
            },
            RunLog.none(),
            RunArtifacts.inFolders(),
            new Clusters(List.of()));

    search.begin(new ExperimentReader(catalogue).read(file, List.of()), run);
    assertThat(runs.read(run.toString()).steering()).hasSize(1);
    search.resume(run, List.of());
    assertThat(runs.read(run.toString()).steering()).hasSize(2);
    search.extend(run, List.of(SettingFlag.parse("budget.trials=3")));
    assertThat(runs.read(run.toString()).steering()).hasSize(3);
  }
}
