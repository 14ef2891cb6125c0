package org.espalier.nas.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.controller.ControllersPlugin;
import org.espalier.nas.engine.study.StudyPlugin;
import org.espalier.nas.experiment.file.ComparisonReader;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.searchspace.SearchSpacesPlugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RetrainingTest {
  private static final String COMPARISON =
      """
      name: two
      base:
        name: base
        searchSpace:
          type: hyperparameters
          parameters: {a: {type: boolean}, b: {type: boolean}}
        controller: {type: random}
        evaluator: {type: counted}
      seeds: 1
      score: {retrain: always}
      arms:
        one: {}
        other: {lag: 2}
      """;

  private static final AtomicInteger TRAININGS = new AtomicInteger();

  /** Trainings wait for it. */
  private static volatile CountDownLatch mayEnd = new CountDownLatch(0);

  private static volatile CountDownLatch begun = new CountDownLatch(0);

  @TempDir private Path folder;
  private final Interruption interruption = new Interruption();
  private LocatedComparison located;
  private Catalogue catalogue;
  private Retraining retraining;

  /** Settings of the evaluator, which has a trainer. */
  public record CountedSettings() implements EvaluatorSettings {
    @Override
    public Fidelity fullFidelity() {
      return Fidelity.epochs(1);
    }

    @Override
    public Optional<Class<? extends FinalTrainer>> finalTrainer() {
      return Optional.of(CountedTrainer.class);
    }
  }

  /** An evaluator that is never asked. */
  static final class CountedEvaluator implements Evaluator {
    @Inject
    CountedEvaluator() {}

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      return new Outcome.Completed(List.of(), Account.empty());
    }
  }

  /** A trainer that counts and waits. */
  static final class CountedTrainer implements FinalTrainer {
    @Inject
    CountedTrainer() {}

    @Override
    public TrainedModel train(Architecture architecture, int epochs, long seed, Progress progress) {
      int number = TRAININGS.incrementAndGet();
      begun.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new Model(List.of(new Measurement(1, Map.of("validation.accuracy", number / 10.0))));
    }
  }

  record Model(List<Measurement> history) implements TrainedModel {
    @Override
    public String summary() {
      return "model";
    }

    @Override
    public int bestEpoch() {
      return 1;
    }

    @Override
    public Map<String, Double> testMetrics() {
      return Map.of();
    }
  }

  /** The plugin. */
  static final class CountedPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(
          ComponentKind.EVALUATOR, "counted", CountedEvaluator.class, CountedSettings.class);
    }
  }

  @BeforeEach
  void read() throws IOException {
    TRAININGS.set(0);
    mayEnd = new CountDownLatch(0);
    begun = new CountDownLatch(1);
    catalogue =
        Catalogue.of(
            List.of(
                new StudyPlugin(),
                new SearchSpacesPlugin(),
                new ControllersPlugin(),
                new CountedPlugin()));
    Path file = Files.writeString(folder.resolve("two.yaml"), COMPARISON);
    located = new ComparisonReader(catalogue).read(file, List.of());
    retraining = new Retraining(ScoringPolicy.of(located, "base"), true, interruption);
  }

  /** Judges the architectures of these positions in the space, of which each is the best so far. */
  private Optional<List<TrialPoint>> judge(Variant variant, int... positions) {
    try (ExperimentGraph graph =
        ExperimentGraph.of(
            variant.located(), catalogue, new RunFolder(folder), (download, received) -> {})) {
      List<Architecture> all = graph.searchSpace().enumerate().toList();
      List<TrialPoint> points = new ArrayList<>();
      List<Architecture> architectures = new ArrayList<>();
      for (int position : positions) {
        int number = points.size() + 1;
        points.add(new TrialPoint(number, 1, (double) number, null, 1, 0));
        architectures.add(all.get(position));
      }
      return retraining.judge(
          variant.located().experiment(),
          graph,
          ScoreTransform.of(located.comparison(), variant.located().experiment()),
          points,
          architectures);
    }
  }

  private static double score(Optional<List<TrialPoint>> judged, int index) {
    Double score = judged.orElseThrow().get(index).score();
    assertThat(score).isNotNull();
    return score == null ? Double.NaN : score;
  }

  @Test
  @Timeout(60)
  void aNetworkOfTwoArmsAtOnceIsTrainedOnce() throws Exception {
    mayEnd = new CountDownLatch(1);
    CompletableFuture<Optional<List<TrialPoint>>> first =
        CompletableFuture.supplyAsync(() -> judge(located.variants().get(0), 2));
    begun.await();
    CompletableFuture<Optional<List<TrialPoint>>> second = new CompletableFuture<>();
    Thread waiting = new Thread(() -> second.complete(judge(located.variants().get(1), 2)));
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    mayEnd.countDown();

    assertThat(score(first.join(), 0)).isEqualTo(0.1).isEqualTo(score(second.join(), 0));
    assertThat(TRAININGS).hasValue(1);
  }

  @Test
  void otherNetworksAreTrainedOfTheirOwn() {
    Optional<List<TrialPoint>> first = judge(located.variants().get(0), 0, 1);
    Optional<List<TrialPoint>> second = judge(located.variants().get(1), 1, 3);

    assertThat(score(first, 0)).isEqualTo(0.1);
    assertThat(score(first, 1)).isEqualTo(0.2).isEqualTo(score(second, 0));
    assertThat(score(second, 1)).isEqualTo(0.3);
    assertThat(TRAININGS).hasValue(3);
  }

  @Test
  void anInterruptedComparisonTrainsNothing() {
    interruption.ask();

    assertThat(judge(located.variants().get(0), 0)).isEmpty();
    assertThat(TRAININGS).hasValue(0);
  }
}
