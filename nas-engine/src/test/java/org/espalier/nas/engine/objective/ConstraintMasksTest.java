package org.espalier.nas.engine.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.cells;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.chains;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.constraints;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.masked;
import static org.espalier.nas.engine.objective.ConstrainedSpaces.perceptrons;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.engine.space.ConstrainedSpace;
import org.espalier.nas.engine.table.TableFacts;
import org.espalier.nas.testkit.space.TokenSpace;
import org.junit.jupiter.api.Test;

final class ConstraintMasksTest {

  /** Asserts that masks leave the feasible architectures, all of them, in their order. */
  private static void assertFilters(
      NetworkSearchSpace space, Predicate<NetworkSize> feasible, String... constraints) {
    List<Architecture> kept =
        space.enumerate().filter(each -> feasible.test(NetworkSize.of(space.lower(each)))).toList();
    ConstrainedSpace masked = masked(space, constraints);

    assertThat(kept).isNotEmpty().hasSizeLessThan(space.count().orElseThrow().intValueExact());
    assertThat(masked.enumerate()).isEqualTo(kept);
    assertThat(masked.count()).contains(BigInteger.valueOf(kept.size()));
    assertThat(space.enumerate().filter(masked::contains)).isEqualTo(kept);
  }

  @Test
  void perceptronsThatAreLeftAreTheFeasibleOnes() {
    NetworkSearchSpace space = perceptrons(4, 2, 8, 32);

    assertFilters(space, size -> size.parameters() <= 150, "parameters <= 150");
    assertFilters(space, size -> size.flops() <= 1000, "flops <= 1000");
    assertFilters(
        space,
        size -> size.parameters() <= 400 && size.flops() <= 700,
        "parameters <= 400",
        "flops <= 700");
    assertFilters(space, size -> size.parameters() <= 150, "size <= 0.0006");
  }

  @Test
  void cellsThatAreLeftAreTheFeasibleOnes() {
    NetworkSearchSpace space = cells();

    assertFilters(space, size -> size.parameters() <= 6500, "parameters <= 6500");
    assertFilters(
        space,
        size -> size.parameters() <= 6500 && size.flops() <= 1.6e6,
        "parameters <= 6500",
        "flops <= 1.6e6");
  }

  @Test
  void chainsThatAreLeftAreTheFeasibleOnes() {
    NetworkSearchSpace space = chains();

    assertFilters(space, size -> size.parameters() <= 250, "parameters <= 250");
    assertFilters(space, size -> size.flops() <= 5000, "flops <= 5000");
  }

  @Test
  void uniformDrawsAreFeasibleEvenIfFewAre() {
    ConstrainedSpace masked = masked(perceptrons(12, 1, 512), "parameters <= 20");

    for (int seed = 0; seed < 20; seed++) {
      Architecture drawn = masked.sampleUniformly(new Random(seed));
      assertThat(masked.lower(drawn).parameters()).as("%s", drawn).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void aLargeSpaceIsNotCounted() {
    assertThat(masked(perceptrons(40, 8, 16), "parameters <= 2000").count()).isEmpty();
  }

  @Test
  void theRepresentativeIsThatOfTheWholeSpace() {
    NetworkSearchSpace space = cells();
    ConstrainedSpace masked = masked(space, "parameters <= 6500");

    assertThat(masked.enumerate().limit(500))
        .allMatch(each -> masked.canonical(each).equals(space.canonical(each)));
  }

  @Test
  void constraintsThatNoNetworkFulfilsAreRefused() {
    NetworkSearchSpace space = perceptrons(4, 2, 8, 32);

    assertThatThrownBy(() -> masked(space, "flops <= 1e6", "parameters <= 32"))
        .isInstanceOf(UnsatisfiableConstraintException.class)
        .hasMessage(
            "constraints (parameters <= 32) excludes every network of the search space: the least"
                + " value is 33. Raise the bound, or search for smaller networks.");
  }

  @Test
  void spacesAndConstraintsWithoutMasksAreLeft() {
    SearchSpace tokens = new TokenSpace(3, 3);
    NetworkSearchSpace space = perceptrons(4, 2, 8, 32);

    assertThat(ConstraintMasks.masked(tokens, constraints("parameters <= 1"), TableFacts.none()))
        .isSameAs(tokens);
    assertThat(
            ConstraintMasks.masked(
                space,
                constraints("parameters >= 1", "validation.accuracy <= 0.5"),
                TableFacts.none()))
        .isSameAs(space);
  }
}
