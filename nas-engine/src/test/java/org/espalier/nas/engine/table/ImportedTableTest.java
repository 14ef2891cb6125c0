package org.espalier.nas.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
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

/** Tables of two fidelities, one seed at the first and at most three at the second. */
class ImportedTableTest {
  private static final String METRIC = Measurement.VALIDATION_ACCURACY;
  private static final double NONE = Double.NaN;

  private final SearchSpace space = new TokenSpace(1, List.of("a", "b", "c"));
  private final List<Architecture> rows = space.enumerate().toList();

  private ImportedTable filled(SearchSpace of, List<Architecture> architectures) {
    ImportedTable table = new ImportedTable(of, architectures);
    int size = architectures.size();
    table.metric(METRIC, 12, List.of(Arrays.copyOf(new double[] {0.25, 0.5, 0.75}, size)));
    table.metric(
        METRIC,
        200,
        List.of(
            Arrays.copyOf(new double[] {0.5, 0.625, 0.25}, size),
            Arrays.copyOf(new double[] {0.75, NONE, 0.25}, size),
            Arrays.copyOf(new double[] {NONE, 0.875, 0.25}, size)));
    table.metric("test.accuracy", 12, List.of(Arrays.copyOf(new double[] {0.1, 0.2, 0.3}, size)));
    table.fact("parameters", Arrays.copyOf(new double[] {10, NONE, 30}, size));
    table.seconds(Arrays.copyOf(new double[] {400, 200, 100}, size));
    return table;
  }

  private BenchmarkTable table() {
    return Tables.read(
        TableFile.bytes(
            filled(space, rows).build("t", "recipe", false, null, Map.of("source", "x"))));
  }

  private TabularEvaluator evaluator(Noise noise, int epochs) {
    return new TabularEvaluator(
        new TabularSettings(Tables.file(table()), "wine-mlp", noise, Clock.RECORDED, epochs),
        space,
        new TableLibrary());
  }

  private Outcome outcome(Noise noise, int row, long seed, int epochs) {
    return evaluator(noise, 0)
        .evaluate(
            new Trial(1, Proposal.of(rows.get(row), Fidelity.epochs(epochs)), seed, 0),
            Progress.unwatched());
  }

  @Test
  void theFileKeepsTheMeasuredEpochs() {
    TableDefinition definition = table().definition();

    assertThat(definition.measured()).containsExactly(12, 200);
    assertThat(definition.epochs()).isEqualTo(200);
    assertThat(definition.seeds()).isEqualTo(3);
    assertThat(definition.metrics()).containsExactly("test.accuracy", METRIC);
    assertThat(table().epochs(0, 1)).isEqualTo(200);
    assertThat(table().epochs(1, 1)).isZero();
    assertThat(table().provenance()).containsEntry("source", "x");
    assertThat(table().facts(0)).isEqualTo(Map.of("parameters", 10.0));
    assertThat(table().facts(1)).isEmpty();
  }

  @Test
  void aTrialGetsTheNearestLowerMeasuredEpochs() {
    Measurement twelve = new Measurement(12, Map.of(METRIC, 0.25, "test.accuracy", (double) 0.1f));

    for (int epochs : List.of(12, 13, 199)) {
      Outcome outcome = outcome(Noise.MEAN, 0, 1, epochs);
      assertThat(outcome.measurements()).containsExactly(twelve);
      assertThat(outcome.account().cost()).isEqualTo(Cost.ofEpochs(12).withSeconds(24));
    }
    Outcome whole = outcome(Noise.MEAN, 0, 1, 200);
    assertThat(whole).isInstanceOf(Outcome.Completed.class);
    assertThat(whole.measurements())
        .containsExactly(twelve, new Measurement(200, Map.of(METRIC, 0.625)));
    assertThat(whole.account().times().get(Phase.TRAIN)).isEqualTo(Duration.ofSeconds(400));
  }

  @Test
  void aContinuedTrialIsChargedForTheRest() {
    Measurement twelve = new Measurement(12, Map.of(METRIC, 0.25));
    Progress continuing =
        new Progress() {
          @Override
          public Directive report(Measurement measurement) {
            return Directive.CONTINUE;
          }

          @Override
          public List<Measurement> continued() {
            return List.of(twelve);
          }
        };
    Map<Integer, Long> charged = new TreeMap<>();
    for (int epochs : List.of(50, 200)) {
      Outcome outcome =
          evaluator(Noise.MEAN, 0)
              .evaluate(
                  new Trial(2, Proposal.of(rows.get(0), Fidelity.epochs(epochs)), 1, 0),
                  continuing);
      assertThat(outcome).isInstanceOf(Outcome.Completed.class);
      charged.put(epochs, outcome.account().cost().epochs());
    }
    assertThat(charged).isEqualTo(Map.of(50, 0L, 200, 188L));
  }

  @Test
  void fewerEpochsThanMeasuredAreRefused() {
    assertThat(((Outcome.Failed) outcome(Noise.SEED, 0, 1, 11)).message())
        .isEqualTo(
            "The table was first measured after 12 epochs; 11 were asked for. Set minEpochs of the controller to 12.");
    assertThatThrownBy(() -> evaluator(Noise.SEED, 11))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("epochs (11) must not be below the first that the table measured (12).");
    assertThat(evaluator(Noise.SEED, 12)).isNotNull();
  }

  @Test
  void aSeedThatWasNotMeasuredIsDrawnFromThoseThatWere() {
    Map<Double, Integer> drawn = new TreeMap<>();
    LongStream.range(0, 400)
        .forEach(
            seed -> {
              List<Measurement> measured = outcome(Noise.SEED, 1, seed, 200).measurements();
              assertThat(measured.get(0).metrics()).containsEntry(METRIC, 0.5);
              drawn.merge(measured.get(1).metrics().getOrDefault(METRIC, -1.0), 1, Integer::sum);
            });

    assertThat(drawn.keySet()).isEqualTo(new TreeSet<>(Set.of(0.625, 0.875)));
    // Binomial with p = 1/2: 200 ± 4.5 standard deviations of 10.
    assertThat(drawn.get(0.625)).isBetween(155, 245);
  }

  @Test
  void truthIsThatOfTheMostEpochs() {
    TabularEvaluator evaluator = evaluator(Noise.SEED, 12);

    assertThat(evaluator.truth(rows.get(1))).isEqualTo(Map.of(METRIC, 0.75));
    assertThat(evaluator.optimum()).isEqualTo(Map.of(METRIC, 0.75));
    assertThat(evaluator.average().get(METRIC)).isCloseTo((0.625 + 0.75 + 0.25) / 3, within(1e-12));
    assertThat(evaluator.noise().get(METRIC))
        .isCloseTo(Math.sqrt((2 * 0.125 * 0.125 + 2 * 0.125 * 0.125) / 4), within(1e-12));
  }

  @Test
  void theAverageOfASubsetIsThatOfItsArchitectures() {
    TabularEvaluator evaluator =
        new TabularEvaluator(
            new TabularSettings(Tables.file(table()), "wine-mlp", Noise.SEED, Clock.NONE, 0),
            new TokenSpace(1, List.of("a", "c")),
            new TableLibrary());

    assertThat(evaluator.average().get(METRIC)).isCloseTo((0.625 + 0.25) / 2, within(1e-12));
    assertThat(evaluator.optimum().get(METRIC)).isEqualTo(0.625);
  }

  @Test
  void equivalentArchitecturesKeepTheirOwnResults() {
    SearchSpace equivalent = new AllAlike(space);
    BenchmarkTable whole = filled(equivalent, rows).build("t", "", false, null, Map.of());
    BenchmarkTable first =
        filled(equivalent, rows.subList(0, 1)).build("t", "", false, null, Map.of());

    assertThat(whole.find(rows.get(2), equivalent)).hasValue(2);
    assertThat(first.find(rows.get(2), equivalent)).hasValue(0);
    assertThat(filled(equivalent, rows.subList(0, 1)).missing()).isEmpty();
    assertThat(filled(space, rows.subList(0, 1)).missing()).contains(rows.get(1));
  }

  @Test
  void cellsBecomeChoices() {
    SearchSpace numbers = new TokenSpace(1, List.of("1e-05", "0.5", "relu"));
    ArchitectureCells cells =
        new ArchitectureCells(
            numbers,
            Map.of("token 1", "x"),
            Map.of("R", "relu"),
            Map.of("token 1", Map.of("H", "0.5")));

    assertThat(cells.read(column -> column.equals("x") ? "0.00001" : "")).hasToString("[1e-05]");
    assertThat(cells.read(column -> "R")).hasToString("[relu]");
    assertThat(cells.read(column -> "H")).hasToString("[0.5]");
    assertThatThrownBy(() -> cells.read(column -> "tanh"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "x (tanh) is no value of token 1, which has 1e-05, 0.5, relu. Fix the cell, or give its meaning in the recipe: values: {tanh: …}.");
    assertThatThrownBy(() -> cells.read(column -> ""))
        .hasMessageStartingWith("x is empty, but token 1 needs a value.");
  }

  @Test
  void theTablesOfNasBench201AreShipped() {
    for (Map.Entry<String, Double> best :
        Map.of("cifar10", 0.9161, "cifar100", 0.7349, "imagenet16", 0.4673).entrySet()) {
      TableSource source = new TableSource(null, "nasbench-201-" + best.getKey());
      BenchmarkTable table = source.read();

      assertThat(table.architectures()).hasSize(15_625);
      assertThat(table.definition().measured()).containsExactly(12, 200);
      assertThat(table.definition().facts())
          .containsExactly("flops", "latency.pixel3", "parameters");
      assertThat(table.truth().of(0).keySet()).as("no test accuracy").containsExactly(METRIC);
      assertThat(table.truth().optimum().get(METRIC)).isCloseTo(best.getValue(), within(5e-5));
      assertThat(table.provenance().get("source")).contains("MIT");
    }
  }

  /** A space in which all architectures are equivalent. */
  private record AllAlike(SearchSpace space) implements SearchSpace {
    @Override
    public List<Decision> decisions() {
      return space.decisions();
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      return space.next(made);
    }

    @Override
    public Architecture canonical(Architecture architecture) {
      Decision only = space.decisions().get(0);
      assertThat(only.domain()).isInstanceOf(Categorical.class);
      return Architecture.empty().with(only.choose(0));
    }
  }
}
