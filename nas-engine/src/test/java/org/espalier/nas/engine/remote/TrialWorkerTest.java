package org.espalier.nas.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.executor.RecordedAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose study cannot be reached, or whose study it cannot evaluate. */
class TrialWorkerTest {

  @TempDir Path folder;

  private TrialWorker open(WorkerLink link) throws IOException {
    return TrialWorker.open(
        link,
        TrialWorkerTest.class.getClassLoader(),
        new WorkerPlace("executor 1", folder, List.of()));
  }

  private static RemoteAttempts attempts(RemoteStudy study) {
    return new RemoteAttempts(study, new StudyState(false));
  }

  @Test
  void aStudyThatCannotBeReachedAnyMoreHasLostTheAttempt() throws Exception {
    RemoteAttempts attempts = attempts(ScriptedWorkers.STUDY);
    RecordedAttempt attempt = RecordedAttempt.of(1, "completes");
    long id = attempts.add(attempt);
    try (TrialWorker worker =
        open(
            request -> {
              if (WireFormat.request(request) instanceof Request.Report) {
                throw new IOException("cable cut");
              }
              return attempts.answer(request);
            })) {
      attempts.returned(id, worker.evaluate(id, () -> false));
    }

    assertThat(attempt.end())
        .isInstanceOfSatisfying(
            AttemptEnd.Lost.class, lost -> assertThat(lost.reason()).contains("cable cut"));
  }

  @Test
  void anEvaluationEndsOnceItIsCancelled() throws Exception {
    RemoteAttempts attempts = attempts(ScriptedWorkers.STUDY);
    RecordedAttempt attempt = RecordedAttempt.of(1, "waits");
    long id = attempts.add(attempt);
    try (TrialWorker worker = open(attempts::answer)) {
      assertThat(WireFormat.end(worker.evaluate(id, () -> true))).isPresent();
    }
  }

  @Test
  void anEvaluationEndsOnceTheStudyAbandonsIt() throws Exception {
    RemoteAttempts attempts = attempts(ScriptedWorkers.STUDY);
    RecordedAttempt attempt = RecordedAttempt.of(1, "waits");
    long id = attempts.add(attempt);
    attempt.abandon();
    try (TrialWorker worker = open(attempts::answer)) {
      assertThat(WireFormat.end(worker.evaluate(id, () -> false))).isPresent();
    }
  }

  @Test
  void anAttemptThatIsNotWantedIsNotEvaluated() throws Exception {
    RemoteAttempts attempts = attempts(ScriptedWorkers.STUDY);
    try (TrialWorker worker = open(attempts::answer)) {
      assertThat(WireFormat.end(worker.evaluate(99, () -> false))).isEqualTo(Optional.empty());
    }
  }

  @Test
  void aProviderMayRefuseTheStudy() {
    RemoteAttempts attempts =
        attempts(
            new RemoteStudy("scripted", new Bundle(Map.of("refusal", "Other data."), Map.of())));

    assertThatThrownBy(() -> open(attempts::answer)).hasMessage("Other data.");
  }

  @Test
  void anUnknownKindIsRefused() {
    RemoteAttempts attempts = attempts(new RemoteStudy("other", new Bundle(Map.of(), Map.of())));

    assertThatThrownBy(() -> open(attempts::answer)).hasMessageContaining("of the kind other");
  }

  @Test
  void filesAreWrittenBelowTheFolderOnly() throws Exception {
    byte[] content = {1, 2};
    open(attempts(
                new RemoteStudy("scripted", new Bundle(Map.of(), Map.of("plugins/a.jar", content))))
            ::answer)
        .close();
    assertThat(Files.readAllBytes(folder.resolve("plugins/a.jar"))).isEqualTo(content);
    Path dotted = folder.resolve(".").resolve("below");
    TrialWorker.open(
            attempts(new RemoteStudy("scripted", new Bundle(Map.of(), Map.of("b.jar", content))))
                ::answer,
            TrialWorkerTest.class.getClassLoader(),
            new WorkerPlace("executor 1", dotted, List.of()))
        .close();
    assertThat(Files.readAllBytes(folder.resolve("below/b.jar"))).isEqualTo(content);
    RemoteAttempts outside =
        attempts(new RemoteStudy("scripted", new Bundle(Map.of(), Map.of("../a.jar", content))));
    assertThatThrownBy(() -> open(outside::answer)).hasMessageContaining("not below the folder");
  }
}
