package org.espalier.nas.controller.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.controller.Snapshot;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.TokenSpace;
import org.espalier.nas.controller.Trials;
import org.espalier.nas.controller.grid.GridSettings.Order;
import org.espalier.nas.problem.VectorSpace;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GridControllerTest {
  private static final SearchSpace SEQUENCES = new TokenSpace(4, 3);

  private static GridController grid(SearchSpace space, Order order, Map<String, Integer> stepsOf) {
    return new GridController(
        new GridSettings(order, 5, stepsOf, 20, 8),
        space,
        new RandomStreams(1),
        Fidelity.epochs(3));
  }

  private static List<Architecture> all(SearchSpace space, Order order) {
    return new Trials(a -> 0).run(grid(space, order, Map.of()), 1_000_000).architectures();
  }

  private static List<String> values(Domain domain) {
    SearchSpace space = new VectorSpace(List.of(new Decision("x", domain)));
    return all(space, Order.LEXICOGRAPHIC).stream()
        .map(architecture -> architecture.choices().get(0).text())
        .toList();
  }

  @Test
  void walksAFiniteSpaceInTheOrderOfItsEnumeration() {
    assertThat(all(SEQUENCES, Order.LEXICOGRAPHIC))
        .isEqualTo(SEQUENCES.enumerate().toList())
        .hasSize(4 + 4 * 4);
  }

  @Test
  void shufflesTheSamePoints() {
    assertThat(all(SEQUENCES, Order.SHUFFLED))
        .containsExactlyInAnyOrderElementsOf(all(SEQUENCES, Order.LEXICOGRAPHIC))
        .isNotEqualTo(all(SEQUENCES, Order.LEXICOGRAPHIC));
  }

  @Test
  void realRangesAreTriedInEqualDistancesOnTheirScale() {
    assertThat(values(new RealRange(0, 0.8, Scale.LINEAR)))
        .containsExactly("0.0", "0.2", "0.4", "0.6000000000000001", "0.8");
    List<String> rates = values(new RealRange(1e-5, 1e-1, Scale.LOG));
    assertThat(rates).hasSize(5).startsWith("1.0E-5").endsWith("0.1");
    assertThat(rates.stream().map(Double::parseDouble).map(Math::log10).map(Math::round))
        .containsExactly(-5L, -4L, -3L, -2L, -1L);
    assertThat(values(new RealRange(2, 2, Scale.LINEAR))).containsExactly("2.0");
  }

  @Test
  void shortRangesOfIntegersAreTriedInFullAndLongOnesInSteps() {
    assertThat(values(new IntegerRange(1, 7, 2, Scale.LINEAR))).containsExactly("1", "3", "5", "7");
    assertThat(values(new IntegerRange(1, 20, 1, Scale.LOG))).hasSize(20);
    assertThat(values(new IntegerRange(8, 515, 8, Scale.LINEAR)))
        .containsExactly("8", "136", "264", "384", "512");
    assertThat(values(new IntegerRange(1, 10_000, 1, Scale.LOG)))
        .containsExactly("1", "10", "100", "1000", "10000");
  }

  @Test
  void singleDecisionsHaveStepsOfTheirOwn() {
    SearchSpace space = ReferenceSpace.REAL_VECTOR.space();

    List<Architecture> points =
        new Trials(a -> 0)
            .run(grid(space, Order.LEXICOGRAPHIC, Map.of("rate", 2, "momentum", 3)), 1_000)
            .architectures();

    assertThat(points).hasSize(2 * 5 * 3).doesNotHaveDuplicates().allMatch(space::contains);
  }

  @Test
  void conditionalDecisionsAreTriedWhereTheyAreAsked() {
    SearchSpace space = ReferenceSpace.MIXED.space();

    // Layers: 4 kernels · 5 of 64 widths, or 8 widths. Optimizers: 5 momenta and two without.
    assertThat(all(space, Order.LEXICOGRAPHIC))
        .hasSize((4 * 5 + 8) * (5 + 1 + 1) * 5 * 5)
        .doesNotHaveDuplicates()
        .allMatch(space::contains);
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void architecturesThatMeanTheSameAreTriedOnce(Order order) {
    SearchSpace folded = new Unordered(SEQUENCES.decisions(), SEQUENCES);

    List<Architecture> points = all(folded, order);

    assertThat(points)
        .extracting(folded::canonical)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            folded.enumerate().map(folded::canonical).distinct().toList());
  }

  @Test
  void pointsThatMeanTheSameAreTriedOnceThoughTheirCanonicalFormIsNotOnTheGrid() {
    Decision real = new Decision("x", new RealRange(0, 1, Scale.LINEAR));
    SearchSpace space = new OffGrid(List.of(real));

    assertThat(all(space, Order.LEXICOGRAPHIC)).hasToString("[[0.0], [1.0]]");
  }

  @ParameterizedTest
  @EnumSource(Order.class)
  void plansAsManyTrialsAsThereAre(Order order) {
    assertThat(grid(SEQUENCES, order, Map.of()).plan())
        .contains(new Plan(List.of(new Plan.Rung(0, 0, 20, Fidelity.epochs(3), 0)), 1));
  }

  @Test
  void aHugeSpaceIsBegunAtOnceAndNeitherPlannedNorShuffled() {
    SearchSpace huge = ReferenceSpace.HUGE.space();
    GridController controller = grid(huge, Order.LEXICOGRAPHIC, Map.of());

    assertThat(controller.ask(1_000)).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(controller.snapshot()).hasSizeLessThan(200);
    assertThat(controller.plan()).isEmpty();
    assertThatThrownBy(() -> grid(huge, Order.SHUFFLED, Map.of()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("order (shuffled) needs a grid of at most");
  }

  @Test
  void refusesStepsOfWhatIsNoRange() {
    assertThatThrownBy(
            () -> grid(ReferenceSpace.MIXED.space(), Order.LEXICOGRAPHIC, Map.of("layer", 3)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "stepsOf of \"layer\": the search space has no range of that name; it has [kernel,"
                + " units, momentum, warmup, rate].");
  }

  @Test
  void refusesAPositionThatTheSpaceDoesNotHave() {
    byte[] elsewhere =
        Snapshot.take(
            "grid/1",
            out -> {
              out.writeInt(0);
              out.writeBoolean(true);
              out.writeInt(1);
              out.writeInt(99);
              out.writeInt(0);
            });
    GridController controller = grid(SEQUENCES, Order.LEXICOGRAPHIC, Map.of());

    assertThatThrownBy(() -> controller.restore(elsewhere)).isInstanceOf(NasException.class);
  }

  /** Sequences of the same first letter and length mean the same. */
  private record Unordered(List<Decision> decisions, SearchSpace space) implements SearchSpace {
    @Override
    public Optional<Decision> next(Architecture made) {
      return space.next(made);
    }

    @Override
    public Architecture canonical(Architecture architecture) {
      return space
          .enumerate()
          .filter(other -> other.size() == architecture.size())
          .filter(other -> other.prefix(1).equals(architecture.prefix(1)))
          .reduce((earlier, later) -> later)
          .orElseThrow();
    }
  }

  /** All numbers below one mean the same. */
  private record OffGrid(List<Decision> decisions) implements SearchSpace {
    @Override
    public Optional<Decision> next(Architecture made) {
      return made.size() == 0 ? Optional.of(decisions.get(0)) : Optional.empty();
    }

    @Override
    public Architecture canonical(Architecture architecture) {
      double value = ((Choice.Real) architecture.choices().get(0)).value();
      return value < 1 ? Architecture.empty().with(new Choice.Real("x", 1.0 / 3)) : architecture;
    }
  }
}
