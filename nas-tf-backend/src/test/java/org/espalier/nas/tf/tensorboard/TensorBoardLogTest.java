package org.espalier.nas.tf.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

class TensorBoardLogTest {
  private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");
  private static final int TRIALS = 25;

  @TempDir Path folder;

  @Test
  void showsTheSearchTrialByTrial() throws IOException {
    write(folder, 1, TRIALS);

    Path search = folder.resolve("search");
    assertThat(EventFiles.scalars(search, "search/reward"))
        .hasSize(TRIALS - 1)
        .containsEntry(1L, 0.1f)
        .doesNotContainKey(4L)
        .containsEntry(25L, reward(25).floatValue());
    assertThat(EventFiles.scalars(search, "search/best"))
        .hasSize(TRIALS)
        .containsEntry(4L, 0.3f)
        .containsEntry(10L, 0.9f);
    assertThat(EventFiles.scalars(search, "search/failures"))
        .containsEntry(3L, 0f)
        .containsEntry(25L, 1f);
    assertThat(EventFiles.scalars(search, "search/predicted")).containsOnly(Map.entry(2L, 0.25f));
    assertThat(EventFiles.scalars(folder.resolve("controller"), "controller/loss"))
        .hasSize(TRIALS)
        .containsEntry(3L, 1 / 3f);
  }

  @Test
  void countsRewardsSoFarAndRecentOnes() throws IOException {
    write(folder, 1, TRIALS);

    Map<Long, Summary.Value> all = EventFiles.values(folder.resolve("search"), "search/rewards");
    assertThat(all.keySet()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 20L);
    assertThat(counted(all.get(20L))).isEqualTo(19);
    assertThat(all.get(20L).getMetadata().getPluginData().getPluginName()).isEqualTo("histograms");
    Map<Long, Summary.Value> recent =
        EventFiles.values(folder.resolve("search"), "search/rewards_recent");
    assertThat(counted(recent.get(10L))).isEqualTo(9);
  }

  private static double counted(Summary.Value histogram) {
    List<Double> numbers = histogram.getTensor().getDoubleValList();
    assertThat(histogram.getTensor().getTensorShape().getDimList())
        .extracting(dim -> dim.getSize())
        .containsExactly((long) numbers.size() / 3, 3L);
    double counted = 0;
    for (int i = 2; i < numbers.size(); i += 3) {
      counted += numbers.get(i);
    }
    return counted;
  }

  @Test
  void aTrialHasItsEpochsAndWhatCameOfIt() throws IOException {
    write(folder, 1, 2);

    Path run = folder.resolve("trial-0002");
    assertThat(EventFiles.scalars(run, "epoch/validation.accuracy"))
        .containsExactly(Map.entry(1L, 0.1f), Map.entry(2L, 0.2f));
    assertThat(EventFiles.scalars(run, "epoch/loss").get(2L)).isNaN();
    assertThat(EventFiles.scalars(run, "end/reward")).containsOnly(Map.entry(2L, 0.2f));
    assertThat(EventFiles.scalars(run, "end/predicted")).containsOnly(Map.entry(2L, 0.25f));
    assertThat(EventFiles.scalars(run, "end/seconds")).containsOnly(Map.entry(2L, 1.5f));
    assertThat(EventFiles.scalars(run, "facts/parameters")).containsOnly(Map.entry(2L, 200f));
    List<Event> events = EventFiles.events(run);
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    double start = CREATED.getEpochSecond() + 20.0;
    assertThat(events.stream().skip(1).map(Event::getWallTime))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
        .containsExactly(start, start + 1, start + 2, start + 2);
  }

  @Test
  void thousandsOfTrialsKeepTheirOrder() throws IOException {
    write(folder, 12345, 12345);

    assertThat(folder.resolve("trial-12345")).isDirectory();
  }

  /** Checks the state after a kill: the folder holds the beginning, then all calls are repeated. */
  @Test
  void tellingTheSameAgainAddsOnlyWhatIsNew() throws IOException {
    Path once = folder.resolve("once");
    Path twice = folder.resolve("twice");
    write(once, 1, TRIALS);

    write(twice, 1, 13);
    Path file = EventFiles.in(twice.resolve("search"));
    byte[] before = Files.readAllBytes(file);
    write(twice, 1, TRIALS);

    assertThat(EventFiles.contents(twice)).isEqualTo(EventFiles.contents(once));
    assertThat(Files.readAllBytes(file)).startsWith(before).hasSizeGreaterThan(before.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 40, 2000})
  void aTornFileIsMended(int lost) throws IOException {
    Path once = folder.resolve("once");
    Path torn = folder.resolve("torn");
    write(once, 1, TRIALS);

    write(torn, 1, TRIALS);
    Path file = EventFiles.in(torn.resolve("search"));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, List.of(), StandardOpenOption.TRUNCATE_EXISTING);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - lost));
    write(torn, 1, TRIALS);

    assertThat(EventFiles.contents(torn)).isEqualTo(EventFiles.contents(once));
  }

  @Test
  void whatTheStoreDoesNotKnowIsCutOff() throws IOException {
    Path less = folder.resolve("less");
    Path more = folder.resolve("more");
    write(less, 1, 7);

    write(more, 1, 8);
    write(more, 1, 7);

    assertThat(EventFiles.contents(more.resolve("search")))
        .isEqualTo(EventFiles.contents(less.resolve("search")));
  }

  @Test
  void aFailureIsAFailure() throws IOException {
    write(folder, 4, 4);

    Event last = EventFiles.events(folder.resolve("trial-0004")).get(3);
    Summary.Value ended = last.getSummary().getValue(last.getSummary().getValueCount() - 1);
    assertThat(ended.getMetadata().getPluginData().getContent())
        .isEqualTo(
            HParams.ended(true, CREATED.plusSeconds(42))
                .getMetadata()
                .getPluginData()
                .getContent());
    assertThat(last.getWallTime()).isCloseTo(CREATED.getEpochSecond() + 42.0, within(1e-6));
  }

  @Test
  void showsAllObjectives() throws IOException {
    List<Objective> objectives =
        List.of(
            Objective.of("accuracy", Direction.MAXIMIZE), Objective.of("size", Direction.MINIMIZE));
    try (TensorBoardLog log = new TensorBoardLog(folder, CREATED, objectives)) {
      log.trial(compared(1, 0.5, 10));
      log.trial(compared(2, 0.9, 20));
      log.trial(compared(3, 0.4, 30));
      log.trial(trial(4));
    }

    Path search = folder.resolve("search");
    assertThat(EventFiles.scalars(search, "search/objective/accuracy"))
        .containsExactly(Map.entry(1L, 0.5f), Map.entry(2L, 0.9f), Map.entry(3L, 0.4f));
    assertThat(EventFiles.scalars(search, "search/objective/size")).containsEntry(3L, 30f);
    assertThat(EventFiles.scalars(search, "search/front"))
        .containsExactly(Map.entry(1L, 1f), Map.entry(2L, 2f), Map.entry(3L, 2f));
    assertThat(EventFiles.scalars(search, "search/best")).isEmpty();
    Path run = folder.resolve("trial-0002");
    assertThat(EventFiles.scalars(run, "end/accuracy")).containsOnly(Map.entry(2L, 0.9f));
    assertThat(EventFiles.scalars(run, "end/size")).containsOnly(Map.entry(2L, 20f));
  }

  private static LoggedTrial compared(int number, double accuracy, double size) {
    LoggedTrial trial = trial(number);
    return new LoggedTrial(
        new TrialResult(
            trial.result().trial(), trial.result().outcome(), null, List.of(accuracy, size)),
        trial.startedAt(),
        trial.finishedAt(),
        trial.toldAt());
  }

  private static void write(Path folder, int first, int last) throws IOException {
    try (TensorBoardLog log = new TensorBoardLog(folder, CREATED, List.of())) {
      for (int number = first; number <= last; number++) {
        LoggedTrial trial = trial(number);
        log.trial(trial);
        log.diagnostics(number, trial.toldAt(), Map.of("loss", 1.0 / number));
      }
    }
  }

  /** Returns a trial of two seconds, two epochs and a reward; only the fourth fails. */
  private static LoggedTrial trial(int number) {
    Instant begun = CREATED.plusSeconds(10L * number);
    Architecture architecture =
        new Architecture(
            List.of(
                new Choice.Option("layer 1", 0, "(8, relu)"),
                new Choice.Whole("batch", 32),
                new Choice.Real("rate", 0.01)));
    Proposal proposal =
        new Proposal(architecture, Fidelity.epochs(2), null, number == 2 ? 0.25 : null);
    Trial trial = new Trial(number, proposal, number, 0);
    List<Measurement> measured = new ArrayList<>();
    measured.add(
        new Measurement(1, Map.of("validation.accuracy", reward(number) / 2, "loss", 0.5)));
    measured.add(
        new Measurement(2, Map.of("validation.accuracy", reward(number), "loss", Double.NaN)));
    Account account =
        new Account(
            Map.of("parameters", 100.0 * number),
            Map.of(Phase.TRAIN, Duration.ofSeconds(1), Phase.OTHER, Duration.ofMillis(500)));
    Outcome outcome =
        number == 4
            ? new Outcome.Failed(measured.subList(0, 1), account, FailureCause.DIVERGED, "NaN")
            : new Outcome.Completed(measured, account);
    return new LoggedTrial(
        new TrialResult(trial, outcome, number == 4 ? null : reward(number)),
        begun,
        begun.plusSeconds(2),
        begun.plusSeconds(2));
  }

  private static Double reward(int number) {
    return (number % 10) / 10.0;
  }
}
