package org.espalier.nas.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.constraints;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.objective.Objectives;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.space.ConstrainedSpace;
import org.espalier.nas.engine.table.BenchmarkTable;
import org.espalier.nas.engine.table.TableFacts;
import org.espalier.nas.engine.table.TableLibrary;
import org.espalier.nas.engine.table.TableSource;
import org.espalier.nas.engine.table.TabularEvaluator;
import org.espalier.nas.engine.table.TabularSettings;
import org.espalier.nas.searchspace.nasbench201.CellEquivalence;
import org.espalier.nas.searchspace.nasbench201.NasBench201SearchSpace;
import org.espalier.nas.searchspace.nasbench201.NasBench201Settings;
import org.junit.jupiter.api.Test;

/** Tests of constraints on a table that states other numbers than the networks of the space. */
final class TableConstraintsTest {
  private static final TabularSettings SETTINGS =
      new TabularSettings(
          null,
          "nasbench-201-cifar10",
          TabularSettings.Noise.MEAN,
          TabularSettings.Clock.NONE,
          200);

  private final TableLibrary library = new TableLibrary();
  private final BenchmarkTable table = library.table(new TableSource(null, "nasbench-201-cifar10"));
  private final NetworkSearchSpace space =
      new NasBench201SearchSpace(
          new NasBench201Settings(16, 5, CellEquivalence.PUBLISHED), Optional.empty());
  private final TableFacts facts = new TableFacts(SETTINGS, library);

  private double stated(Architecture architecture) {
    Double value = table.facts(table.find(architecture).orElseThrow()).get("parameters");
    assertThat(value).isNotNull();
    return value;
  }

  /** Returns a cell whose number of parameters in the table is not that of its network. */
  private Architecture different() {
    return space
        .enumerate()
        .filter(each -> stated(each) != space.lower(each).parameters())
        .findFirst()
        .orElseThrow();
  }

  private Optional<Outcome> refusal(Architecture architecture, double bound) {
    Valuation valuation =
        new Valuation(
            outcome -> 0,
            new Objectives(List.of(), false, constraints("parameters <= " + bound)),
            List.of(),
            null,
            space,
            facts,
            new ProcessAccess());
    return valuation.refusal(new Trial(1, Proposal.of(architecture, Fidelity.epochs(200)), 1, 0));
  }

  @Test
  void theNumberInTheTableDecidesBeforeEvaluation() {
    Architecture cell = different();

    assertThat(refusal(cell, stated(cell))).isEmpty();
    assertThat(refusal(cell, stated(cell) - 1).orElseThrow().account().figures())
        .containsEntry("parameters", stated(cell));
  }

  @Test
  void masksLeaveWhatIsFeasibleByTheTable() {
    double bound = stated(different());
    SearchSpace masked =
        ConstraintMasks.masked(space, constraints("parameters <= " + bound), facts);

    assertThat(masked).isInstanceOf(ConstrainedSpace.class);
    assertThat(masked.enumerate())
        .isEqualTo(space.enumerate().filter(each -> stated(each) <= bound).toList());
  }

  @Test
  void theOptimumIsThatOfTheFeasibleArchitectures() {
    SearchSpace masked = ConstraintMasks.masked(space, constraints("parameters <= 100000"), facts);
    TabularEvaluator evaluator = new TabularEvaluator(SETTINGS, masked, library);
    double best =
        masked
            .enumerate()
            .mapToDouble(
                each -> evaluator.truth(each).getOrDefault("validation.accuracy", Double.NaN))
            .max()
            .orElseThrow();

    assertThat(evaluator.optimum()).containsEntry("validation.accuracy", best);
    assertThat(new TabularEvaluator(SETTINGS, space, library).optimum().get("validation.accuracy"))
        .isGreaterThan(best);
  }
}
