package org.espalier.nas.engine.store;

import static org.espalier.nas.engine.store.StoredExamples.DESCRIPTION;
import static org.espalier.nas.engine.store.StoredExamples.measurements;
import static org.espalier.nas.engine.store.StoredExamples.results;
import static org.espalier.nas.engine.store.StoredExamples.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;

/** Random entries of a study's journal, in an order that a study could have. */
final class RandomJournal {

  private static final String KEY = "random/1";

  private final StudyRepository repository;
  private final RandomGenerator random;
  private final List<Integer> unfinished = new ArrayList<>();
  private final List<RecordedAsk> asks = new ArrayList<>();
  private StudyJournal journal;
  private Instant now = StoredExamples.AT;
  private int session;
  private int trials;
  private int told;

  RandomJournal(StudyRepository repository, RandomGenerator random) {
    this.repository = repository;
    this.random = random;
    this.journal =
        repository.create(KEY, description(DESCRIPTION.yaml(), DESCRIPTION.provenance()));
  }

  /** Adds an entry, or some in a batch. */
  void step() {
    now = now.plusMillis(random.nextInt(3));
    int kind = random.nextInt(20);
    if (kind == 0) {
      endSession();
    } else if (session == 0) {
      session = journal.beginSession(now);
    } else if (kind == 1) {
      steer();
    } else if (kind < 5) {
      ask();
    } else if (!unfinished.isEmpty()) {
      int index = Math.min(unfinished.size() - 1, random.nextInt(8));
      journal.batch(() -> work(unfinished.get(index), kind));
    }
  }

  private void work(int trial, int kind) {
    if (kind < 8) {
      journal.started(trial, now, "worker-1");
    } else if (kind < 14) {
      journal.measured(
          trial, new Measurement(1 + kind, Map.of("loss " + kind % 3, random.nextDouble())));
    } else if (kind == 14) {
      journal.abandoned(trial);
    } else {
      TrialResult example = results().get(random.nextInt(results().size()));
      journal.finished(
          new TrialResult(
              trial(trial),
              example.outcome(),
              example.value() == null ? null : random.nextDouble(),
              example.succeeded() ? objectives() : List.of()),
          now);
      unfinished.remove((Integer) trial);
    }
  }

  /** Returns values of the two objectives, of which some are equal. */
  private List<Double> objectives() {
    return List.of(random.nextInt(6) / 5.0, 100.0 * random.nextInt(6));
  }

  private static StudyDescription description(String yaml, Map<String, String> provenance) {
    return new StudyDescription(
        DESCRIPTION.name(),
        DESCRIPTION.seed(),
        yaml,
        provenance,
        List.of(
            Objective.of("accuracy", Direction.MAXIMIZE),
            Objective.of("latency", Direction.MINIMIZE)),
        DESCRIPTION.createdAt());
  }

  private void steer() {
    int number = journal.steering().size() + 1;
    journal.steered(
        new SteeringEvent(
            number,
            "request-" + number,
            now,
            new SteeringCommand.StopTrial(1 + random.nextInt(9)),
            told,
            null,
            null));
  }

  private void ask() {
    int count = 1 + random.nextInt(30);
    RecordedAsk ask = new RecordedAsk(trials, count, count);
    asks.add(ask);
    journal.asked(new AskEntry(added(count), List.of(ask), diagnostics(), null, now));
  }

  private List<Trial> added(int count) {
    List<Trial> added =
        IntStream.rangeClosed(trials + 1, trials + count).mapToObj(StoredExamples::trial).toList();
    added.forEach(trial -> unfinished.add(trial.number()));
    trials += count;
    return added;
  }

  private SortedMap<Integer, Map<String, Double>> diagnostics() {
    SortedMap<Integer, Map<String, Double>> diagnostics = new TreeMap<>();
    int finished = unfinished.isEmpty() ? trials : unfinished.get(0) - 1;
    while (told < finished) {
      told++;
      diagnostics.put(
          told, Map.of("entropy", random.nextDouble(), "steps", 0.0 + measurements().size()));
    }
    return diagnostics;
  }

  /** Ends or kills a session; the next one tells some results again. */
  private void endSession() {
    if (session > 0 && random.nextBoolean()) {
      journal.endSession(session, now, "INTERRUPTED", diagnostics());
      if (random.nextBoolean()) {
        extend();
      }
    }
    journal.close();
    journal = repository.open(KEY);
    session = 0;
    told = random.nextInt(told + 1);
  }

  private void extend() {
    StudyDescription larger =
        description(
            "budget: {trials: %d}\n".formatted(trials + 100),
            Map.of("budget.extension.1", "trials " + trials));
    journal.extended(new StudyExtension(larger, asks, added(random.nextInt(5)), now));
  }

  String key() {
    return KEY;
  }

  void close() {
    journal.close();
  }
}
