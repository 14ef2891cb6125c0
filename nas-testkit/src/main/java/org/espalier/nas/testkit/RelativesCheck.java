package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** Checks of the architectures that a space derives from others. */
final class RelativesCheck {
  private final SearchSpace space;

  RelativesCheck(SearchSpace space) {
    this.space = space;
  }

  /** Returns a stream different from that of the walk of this number. */
  private static RandomGenerator random(int index) {
    return RandomWalks.random(1_000_000 + index);
  }

  /** Asserts that each choice was made by a parent, unless neither made a valid one. */
  void assertChildren(List<Architecture> parents) {
    for (int index = 0; index + 1 < parents.size(); index++) {
      Architecture one = parents.get(index);
      Architecture other = parents.get(index + 1);
      Architecture child = space.crossover(one, other, random(index));
      assertThat(space.contains(child))
          .as("contains %s, child of %s and %s", child, one, other)
          .isTrue();
      assertThat(space.crossover(one, other, random(index)))
          .as("the same child of %s and %s", one, other)
          .isEqualTo(child);
      assertInherited(child, 0, one, other);
    }
  }

  /** Asserts that earlier decisions are kept, and later ones follow the donor where valid. */
  void assertCompletions(List<Architecture> walks) {
    for (int index = 0; index + 1 < walks.size(); index++) {
      Architecture whole = walks.get(index);
      Architecture donor = walks.get(index + 1);
      int kept = index % (whole.size() + 1);
      Architecture completed = space.complete(whole.prefix(kept), donor, random(index));
      assertThat(space.contains(completed))
          .as("contains %s, completed from %s", completed, whole.prefix(kept))
          .isTrue();
      assertThat(completed.prefix(kept)).isEqualTo(whole.prefix(kept));
      assertInherited(completed, kept, donor);
    }
  }

  private void assertInherited(Architecture child, int from, Architecture... parents) {
    for (int place = from; place < child.size(); place++) {
      Decision asked = space.next(child.prefix(place)).orElseThrow();
      List<Choice> inherited =
          Stream.of(parents)
              .flatMap(parent -> parent.choice(asked.name()).stream())
              .filter(asked::admits)
              .toList();
      if (!inherited.isEmpty()) {
        assertThat(inherited)
            .as("choices of the parents of %s at %s", child, asked.name())
            .contains(child.choices().get(place));
      }
    }
  }

  void assertNeighbours(List<Architecture> walks) {
    space.decisions().forEach(this::assertAdjacencyIsMutual);
    for (int index = 0; index < Math.min(walks.size(), 50); index++) {
      Architecture walk = walks.get(index);
      List<Architecture> around = space.neighbours(walk, random(index));
      assertThat(around)
          .as("neighbours of %s", walk)
          .doesNotHaveDuplicates()
          .doesNotContain(walk)
          .allMatch(space::contains);
      assertThat(space.neighbours(walk, random(index))).isEqualTo(around);
    }
  }

  private void assertAdjacencyIsMutual(Decision decision) {
    if (decision.domain().isNumeric()) {
      return;
    }
    for (Choice one : decision.choices().toList()) {
      for (Choice other : decision.choices().toList()) {
        assertThat(space.adjacent(one, other))
            .as("adjacent options %s and %s of %s", one.text(), other.text(), decision.name())
            .isEqualTo(space.adjacent(other, one));
      }
    }
  }
}
