package org.espalier.nas.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.study.TokenSpace;
import org.espalier.nas.engine.table.TabularSettings.Clock;
import org.espalier.nas.engine.table.TabularSettings.Noise;
import org.junit.jupiter.api.Test;

class TabularEvaluatorTest {
  private static final String METRIC = Measurement.VALIDATION_ACCURACY;

  private final SearchSpace space = TokenSpace.ofLength(3);
  private final BenchmarkTable table = Tables.whole(space);
  private final Path file = Tables.file(table);
  private final TableLibrary library = new TableLibrary();

  private TabularEvaluator evaluator(Noise noise, Clock clock) {
    return new TabularEvaluator(
        new TabularSettings(file, "wine-mlp", noise, clock, 0), space, library);
  }

  private static Trial trial(Architecture architecture, long seed, Fidelity fidelity) {
    return new Trial(1, Proposal.of(architecture, fidelity), seed, 0);
  }

  private Architecture architecture(int row) {
    return table.architectures().get(row);
  }

  @Test
  void aTrialGetsTheResultsOfOneOfTheSeeds() {
    Set<List<Measurement>> given = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      given.add(
          evaluator(Noise.SEED, Clock.NONE)
              .evaluate(trial(architecture(4), seed, Fidelity.epochs(3)), Progress.unwatched())
              .measurements());
    }
    assertThat(given)
        .containsExactlyInAnyOrder(
            table.measurements(4, 0), table.measurements(4, 1), table.measurements(4, 2));
  }

  @Test
  void truthAndNoiseAreThoseOfTheLastEpoch() {
    TabularEvaluator evaluator = evaluator(Noise.SEED, Clock.NONE);
    double squares = 0;
    double best = 0;
    for (int row = 0; row < table.architectures().size(); row++) {
      double sum = 0;
      int usable = row == 0 ? 2 : 3;
      for (int seed = 0; seed < 3; seed++) {
        sum += table.failure(row, seed).isEmpty() ? last(row, seed) : 0;
      }
      double mean = sum / usable;
      for (int seed = 0; seed < 3; seed++) {
        squares += table.failure(row, seed).isEmpty() ? Math.pow(last(row, seed) - mean, 2) : 0;
      }
      best = Math.max(best, mean);
      assertThat(evaluator.truth(architecture(row)).get(METRIC)).isCloseTo(mean, within(1e-12));
    }
    int degrees = 2 * table.architectures().size() - 1;
    assertThat(evaluator.optimum().get(METRIC)).isCloseTo(best, within(1e-12));
    assertThat(evaluator.noise().get(METRIC))
        .isCloseTo(Math.sqrt(squares / degrees), within(1e-12));
    assertThat(evaluator.truth(architecture(1))).containsKeys("test.accuracy", "validation.loss");
    assertThat(evaluator(Noise.MEAN, Clock.NONE).noise()).isEmpty();
  }

  private double last(int row, int seed) {
    return table.measurements(row, seed).get(2).metrics().get(METRIC);
  }

  @Test
  void theBestLossIsTheSmallest() {
    TabularEvaluator evaluator = evaluator(Noise.SEED, Clock.NONE);

    assertThat(evaluator.optimum().get(Measurement.VALIDATION_LOSS))
        .isEqualTo(
            table.architectures().stream()
                .mapToDouble(made -> evaluator.truth(made).get(Measurement.VALIDATION_LOSS))
                .min()
                .orElseThrow());
  }

  @Test
  void aFailedTrainingIsAFailedTrial() {
    Set<String> endings = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      Outcome outcome =
          evaluator(Noise.SEED, Clock.NONE)
              .evaluate(trial(architecture(0), seed, Fidelity.epochs(3)), Progress.unwatched());
      endings.add(outcome.getClass().getSimpleName() + outcome.measurements().size());
    }
    assertThat(endings).containsExactlyInAnyOrder("Completed3", "Failed1");
  }

  @Test
  void recordedTimeIsChargedByTheEpoch() {
    Account account =
        evaluator(Noise.SEED, Clock.RECORDED)
            .evaluate(trial(architecture(5), 1, Fidelity.epochs(2)), Progress.unwatched())
            .account();

    assertThat(account.times().get(Phase.BUILD)).isEqualTo(Duration.ofNanos(62_500_000));
    assertThat(account.times().get(Phase.TRAIN)).isEqualTo(Duration.ofMillis(250));
    assertThat(account.cost()).isEqualTo(Cost.ofEpochs(2).withSeconds(0.3125));
    assertThat(account.facts()).containsAllEntriesOf(table.facts(5)).containsKey("parameters");
  }

  @Test
  void aStoppedTrialIsStopped() {
    Outcome outcome =
        evaluator(Noise.MEAN, Clock.NONE)
            .evaluate(trial(architecture(3), 1, Fidelity.epochs(3)), measured -> Directive.STOP);

    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    assertThat(outcome.measurements()).hasSize(1);
  }

  @Test
  void whatTheTableDoesNotHoldFails() {
    TabularEvaluator evaluator = evaluator(Noise.SEED, Clock.NONE);

    assertThat(failure(evaluator, trial(architecture(3), 1, Fidelity.epochs(4))))
        .isEqualTo("The table has 3 epochs; 4 were asked for.");
    assertThat(failure(evaluator, trial(architecture(3), 1, new Fidelity(3, 0.5))))
        .contains("dataFraction (0.5)");
  }

  @Test
  void aSampleLacksTheOthers() {
    BenchmarkTable sample = Tables.sample(space, 5);
    Path part = Tables.file(sample);
    TabularEvaluator evaluator =
        new TabularEvaluator(
            new TabularSettings(part, "wine-mlp", Noise.SEED, Clock.NONE, 0), space, library);
    Architecture other =
        table.architectures().stream()
            .filter(made -> !sample.architectures().contains(made))
            .findFirst()
            .orElseThrow();

    assertThat(failure(evaluator, trial(other, 1, Fidelity.epochs(3))))
        .isEqualTo(
            "%s lacks %s; it holds a sample of 5 of the %d architectures."
                .formatted(part, other, table.architectures().size()));
    assertThat(evaluator.truth(other)).isEmpty();
  }

  private static String failure(TabularEvaluator evaluator, Trial trial) {
    return ((Outcome.Failed) evaluator.evaluate(trial, Progress.unwatched())).message();
  }

  @Test
  void anotherSpaceIsRefused() {
    assertThatThrownBy(
            () ->
                new TabularEvaluator(
                    new TabularSettings(file, "wine-mlp", Noise.SEED, Clock.NONE, 0),
                    TokenSpace.ofLength(4),
                    library))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("is of another search space: decision 4 is \"nothing more\" there");
  }

  @Test
  void settingsNameOneTable() {
    assertThat(new TabularSettings(file, "wine-mlp", Noise.SEED, Clock.NONE, 0).source())
        .isEqualTo(new TableSource(file, null));
    assertThatThrownBy(() -> new TabularSettings(null, "wine-mpl", Noise.SEED, Clock.NONE, 0))
        .hasMessageContaining("wine-mlp");
    assertThatThrownBy(
            () ->
                new TabularEvaluator(
                    new TabularSettings(file, "wine-mlp", Noise.SEED, Clock.NONE, 4),
                    space,
                    library))
        .hasMessage("epochs (4) must not be above those of the table (3).");
  }

  @Test
  void aTableIsReadOnce() {
    TableSource source = new TableSource(file, null);

    assertThat(library.table(source)).isSameAs(library.table(new TableSource(file, null)));
    TableFile.write(Tables.sample(space, 5), file);
    assertThat(library.table(source).architectures()).hasSize(5);
  }

  @Test
  void theShippedTableIsWhole() {
    BenchmarkTable wine = new TableLibrary().table(new TableSource(null, "wine-mlp"));

    assertThat(wine.architectures()).hasSize(840);
    assertThat(wine.definition().seeds()).isEqualTo(3);
    assertThat(wine.definition().epochs()).isEqualTo(10);
    assertThat(wine.definition().metrics()).contains("test.accuracy", METRIC, "accuracy");
    assertThat(wine.facts(0))
        .isEqualTo(Map.of("flops", wine.facts(0).get("flops"), "parameters", 195.0));
  }
}
