package org.espalier.nas.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.jspecify.annotations.Nullable;

/** Trials and results with values that are hard to store. */
public final class StoredExamples {

  /** The description of a study. */
  public static final StudyDescription DESCRIPTION =
      new StudyDescription(
          "wine",
          Long.MIN_VALUE,
          "name: wine\n# ünïcode\n",
          Map.of("java.version", "17", "git.commit", "abc"),
          Instant.ofEpochMilli(1_700_000_000_123L));

  /** A time. */
  public static final Instant AT = Instant.ofEpochMilli(1_700_000_001_000L);

  private static final Account ACCOUNT =
      new Account(
          Map.of("parameters", 1e9, "flops", 0.1 + 0.2),
          Map.of(Phase.TRAIN, Duration.ofNanos(1_234_567_891L)));

  private StoredExamples() {}

  /** Returns a trial. */
  public static Trial trial(int number) {
    Architecture architecture =
        new Architecture(
            List.of(
                new Choice.Option("layer 1", 3, "(128, relu)"),
                new Choice.Whole("units", -7),
                new Choice.Real("rate", 1e-3)));
    Proposal proposal =
        new Proposal(
            architecture, new Fidelity(9, 1.0 / 3), number > 1 ? number - 1 : null, 0.1 * number);
    return new Trial(number, proposal, Long.MAX_VALUE - number, number - 1);
  }

  /** Returns the measurements of a trial. */
  public static List<Measurement> measurements() {
    return List.of(
        new Measurement(1, Map.of()),
        new Measurement(
            2,
            Map.of(
                "loss", Double.NaN,
                "accuracy", Double.POSITIVE_INFINITY,
                "tiny", Double.MIN_VALUE,
                "third", 1.0 / 3)));
  }

  /** The results of trials 1 to 4, one of each kind. */
  /** Returns results of the first trials. */
  public static List<TrialResult> results() {
    List<Measurement> measured = measurements();
    return List.of(
        new TrialResult(trial(1), new Outcome.Completed(measured, ACCOUNT), Math.nextUp(0.7)),
        new TrialResult(trial(2), new Outcome.Stopped(measured, ACCOUNT, "hopeless"), -1e300),
        new TrialResult(
            trial(3),
            new Outcome.Failed(measured, ACCOUNT, FailureCause.DIVERGED, "loss is NaN"),
            null),
        new TrialResult(trial(4), Outcome.Failed.of(FailureCause.OUT_OF_MEMORY, ""), null));
  }

  /** An ask for the first trials of a study. */
  /** Returns the entry of the first trials. */
  public static AskEntry ask(int count) {
    return ask(1, count, new RecordedAsk(0, count, count), null);
  }

  /** An ask for the trials of these numbers. */
  /** Returns the entry of some trials. */
  public static AskEntry ask(
      int first, int last, RecordedAsk ask, @Nullable ControllerSnapshot snapshot) {
    List<Trial> trials =
        IntStream.rangeClosed(first, last).mapToObj(StoredExamples::trial).toList();
    return new AskEntry(trials, List.of(ask), new TreeMap<>(), snapshot, AT);
  }

  /** Commands of every kind. */
  static List<SteeringEvent> steering() {
    List<SteeringCommand> commands =
        List.of(
            new SteeringCommand.StopStudy(),
            new SteeringCommand.StopTrial(2),
            new SteeringCommand.EnqueueArchitecture(List.of("64", "relu")),
            new SteeringCommand.ChangeBudget(1, 2, 3, Duration.ofMinutes(90)),
            new SteeringCommand.ChangeBudget(null, 7, null, null),
            new SteeringCommand.Note(null, "one\ntwo <b>"),
            new SteeringCommand.Note(4, ""),
            new SteeringCommand.Tag("übung", true),
            new SteeringCommand.Tag("old", false));
    List<SteeringEvent> events = new ArrayList<>();
    for (SteeringCommand command : commands) {
      int number = events.size() + 1;
      events.add(
          new SteeringEvent(
              number,
              "request-" + number,
              AT.plusMillis(number),
              command,
              3 * number,
              command instanceof SteeringCommand.EnqueueArchitecture ? 12 : null,
              number == 2 ? "Trial 2 had ended." : null));
    }
    return events;
  }
}
