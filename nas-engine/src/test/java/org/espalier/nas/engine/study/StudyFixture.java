package org.espalier.nas.engine.study;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.engine.evaluator.HiddenArchitecture;
import org.espalier.nas.engine.evaluator.HiddenArchitectureSettings;
import org.espalier.nas.engine.executor.ThreadExecutor;
import org.espalier.nas.engine.executor.TrialExecutor;
import org.espalier.nas.engine.executor.TrialExecutorFactory;
import org.espalier.nas.engine.objective.Valuation;
import org.espalier.nas.engine.reward.MetricReward;
import org.espalier.nas.engine.reward.MetricRewardSettings;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.stopping.NoStopping;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolderRepository;

/** A study over tokens, of which tests replace the part that they are about. */
public final class StudyFixture {

  /** The study's seed. */
  public static final long SEED = 7;

  static final int EPOCHS = 3;
  private static final StudyRepository RUNS = new RunFolderRepository(Path.of(""));

  final TokenSpace space = TokenSpace.ofLength(4);
  final RandomStreams random = new RandomStreams(SEED);
  StudySettings settings = settings(40, 1);
  Controller controller = new LearningController(space, random, EPOCHS, 8);
  Supplier<? extends Evaluator> evaluators = () -> bandit(0.05, 0);
  Reward reward =
      new MetricReward(
          MetricRewardSettings.last("validation.accuracy"), new EvaluatorSettings() {});
  StoppingRule stopping = new NoStopping();

  /** The study's listeners. */
  public List<StudyListener> listeners = List.of();

  InstantSource clock = InstantSource.system();
  UnaryOperator<TrialExecutor> executor = threads -> threads;

  static StudySettings settings(int trials, int workers) {
    return new StudySettings(
        "tokens", SEED, workers, 0, Budget.trials(trials), false, TrialSeeds.NUMBER);
  }

  /** Returns a study of a function that takes no time, with random proposals. */
  public static StudyFixture random(int trials, int workers, int lag) {
    StudyFixture fixture = new StudyFixture();
    fixture.settings =
        new StudySettings(
            "tokens", SEED, workers, lag, Budget.trials(trials), false, TrialSeeds.NUMBER);
    fixture.controller = new SamplingController(fixture.space, fixture.random);
    return fixture;
  }

  /** Returns the study with evaluations that take some time. */
  public static StudyFixture slow(int sleepMillis) {
    StudyFixture fixture = new StudyFixture();
    fixture.evaluators = () -> fixture.bandit(0.05, sleepMillis);
    return fixture;
  }

  /** Returns the study of so many trials, one after the other, that take some time each. */
  public static StudyFixture slow(int trials, int sleepMillis) {
    StudyFixture fixture = slow(sleepMillis);
    fixture.settings = settings(trials, 1);
    return fixture;
  }

  HiddenArchitecture bandit(double noise, int sleepMillis) {
    return new HiddenArchitecture(
        new HiddenArchitectureSettings(
            null, HiddenArchitectureSettings.Kind.GRADED, noise, EPOCHS, sleepMillis),
        space,
        random);
  }

  /** Returns the study, or its continuation. */
  public Study study(StudyJournal journal) {
    StudySetup setup =
        new StudySetup(
            space,
            controller,
            evaluators,
            Fidelity.epochs(EPOCHS),
            Valuation.of(reward, space),
            stopping,
            listeners);
    return new Study(settings, setup, journal, clock, executors(setup));
  }

  private TrialExecutorFactory executors(StudySetup setup) {
    return failures ->
        executor.apply(
            new ThreadExecutor(
                settings.workers(), setup.evaluators(), setup.valuation().access(), failures));
  }

  /** Runs, or resumes, the study of this folder. */
  StudySummary run(Path folder) {
    try (StudyJournal journal = store(folder)) {
      return study(journal).run(requests(folder));
    }
  }

  static SteeringRequests requests(Path folder) {
    return RUNS.requests(folder.toString());
  }

  static StudyJournal store(Path folder) {
    try {
      // A process that was killed early leaves a file without a study, in which one can begin.
      return RUNS.create(
          folder.toString(),
          new StudyDescription("tokens", SEED, "name: tokens\n", Map.of(), Instant.EPOCH));
    } catch (StoreException e) {
      if (e.kind() != StoreException.Kind.EXISTS) {
        throw e;
      }
      return open(folder);
    }
  }

  static StudyJournal open(Path folder) {
    return RUNS.open(folder.toString());
  }

  static StoredStudy read(Path folder) {
    return RUNS.read(folder.toString());
  }

  static Ledger ledger(Path folder) {
    StoredStudy study = read(folder);
    return Ledger.of(study.results(), study.steering());
  }
}
