package org.espalier.nas.dashboard.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.AskEntry;
import org.espalier.nas.engine.store.RecordedAsk;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;

/** A study that has something for every view, written into a store trial by trial. */
public final class ScriptedStudy implements AutoCloseable {

  /** Number of epochs of a trial. */
  public static final int EPOCHS = 4;

  /** Every so many trials, one fails. */
  private static final int FAILING = 10;

  private static final long BEGIN = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final List<String> LAYERS =
      List.of("(16, relu)", "(32, relu)", "(64, tanh)", "(128, elu)");
  private static final List<String> OPERATIONS = List.of("conv", "pool", "skip");

  private final StudyJournal journal;
  private final boolean several;
  private final int session;
  private int trials;

  /**
   * Creates a study.
   *
   * @param several true for two objectives instead of a reward
   */
  public ScriptedStudy(StudyRepository studies, String key, String name, boolean several) {
    List<Objective> objectives =
        several
            ? List.of(
                Objective.of("accuracy", Direction.MAXIMIZE),
                new Objective("latency", Direction.MINIMIZE, "ms", 10.0, true))
            : List.of();
    Map<String, String> provenance =
        Map.of(
            "dataset.name", "wines",
            "audit.01", "OUTLIERS\talcohol\talcohol has 1 outlier.",
            "java", "17");
    this.journal =
        studies.create(
            key,
            new StudyDescription(
                name, 7, "name: x\n", provenance, objectives, Instant.ofEpochMilli(BEGIN)));
    this.several = several;
    this.session = journal.beginSession(Instant.ofEpochMilli(BEGIN));
  }

  /** Adds finished trials. */
  public void add(int count) {
    for (int i = 0; i < count; i++) {
      Trial trial = ask();
      start(trial);
      journal.finished(result(trial), at(trial.number() * 1000L + 900));
    }
  }

  /** Adds a trial that has started and measured once. */
  public void addRunning() {
    Trial trial = ask();
    start(trial);
    journal.measured(trial.number(), measurement(trial.number(), 1));
  }

  private Trial ask() {
    int number = ++trials;
    Integer parent = number % 7 == 0 ? number - 1 : null;
    Trial trial =
        new Trial(
            number,
            new Proposal(
                architecture(number), Fidelity.epochs(EPOCHS), parent, reward(number) - 0.01),
            number,
            number - 1);
    SortedMap<Integer, Map<String, Double>> diagnostics = new TreeMap<>();
    if (number > 1) {
      diagnostics.put(number - 1, Map.of("entropy", 2.0 / number, "policy.loss", -0.1 * number));
    }
    journal.asked(
        new AskEntry(
            List.of(trial),
            List.of(new RecordedAsk(number - 1, 1, 1)),
            diagnostics,
            null,
            at(number * 1000L)));
    return trial;
  }

  private void start(Trial trial) {
    journal.started(trial.number(), at(trial.number() * 1000L + 100), "worker-1");
  }

  private static Instant at(long millis) {
    return Instant.ofEpochMilli(BEGIN + millis);
  }

  private static Architecture architecture(int number) {
    int first = number * 7 % LAYERS.size();
    int second = number * 5 % 3;
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice.Option("layer 1", first, LAYERS.get(first)));
    choices.add(new Choice.Option("operation 1", second, OPERATIONS.get(second)));
    int third = number % 3;
    choices.add(new Choice.Option("operation 2", third, OPERATIONS.get(third)));
    choices.add(new Choice.Real("rate", 0.001 * (1 + number * 13 % 97)));
    return new Architecture(choices);
  }

  private static double reward(int number) {
    return 0.5 + 0.4 * (number * 37 % 101) / 101.0;
  }

  private static Measurement measurement(int number, int step) {
    double value = reward(number) * step / EPOCHS;
    return new Measurement(
        step, Map.of("validation.accuracy", value, "validation.loss", 1 - value, "loss", 1.0));
  }

  private TrialResult result(Trial trial) {
    int number = trial.number();
    List<Measurement> measured =
        IntStream.rangeClosed(1, EPOCHS).mapToObj(step -> measurement(number, step)).toList();
    Account account =
        new Account(Map.of("parameters", 100.0 * number, "inherited.layers", 1.0), Map.of());
    if (number % FAILING == 0) {
      return new TrialResult(
          trial,
          new Outcome.Failed(
              measured.subList(0, 1),
              account,
              FailureCause.DIVERGED,
              "The loss is not finite.",
              "org.example.Trace\n\tat <img src=x onerror=alert(1)>"),
          null);
    }
    Outcome outcome = new Outcome.Completed(measured, account);
    return several
        ? new TrialResult(trial, outcome, null, List.of(reward(number), 1.0 + number * 17 % 29))
        : new TrialResult(trial, outcome, reward(number));
  }

  /** Adds a tag. */
  public void tag(int number, String name) {
    journal.steered(
        new SteeringEvent(
            number, "tag-" + number, at(0), new SteeringCommand.Tag(name, true), 0, null, null));
  }

  /** Ends the session, so that the study counts as finished. */
  public void end() {
    journal.endSession(session, at(trials * 1000L + 1000), "budget", new TreeMap<>());
  }

  @Override
  public void close() {
    journal.close();
  }
}
