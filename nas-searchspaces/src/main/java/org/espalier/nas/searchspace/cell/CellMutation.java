package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.searchspace.cell.CellDecisions.Slot;

/**
 * The mutations of AmoebaNet (Real et al. 2019, section 3.2): with a small probability nothing
 * changes; else a side of a random block of a random cell gets another hidden state or another
 * operation, each with the same probability. With searched combinations, another combination of the
 * block is a third possibility.
 */
final class CellMutation {
  private final CellDecisions decisions;
  private final int blocks;
  private final double identity;
  private final List<List<Slot>> kinds = new ArrayList<>();

  CellMutation(CellDecisions decisions, CellSettings settings, int operations) {
    this.decisions = decisions;
    this.blocks = settings.blocks();
    this.identity = settings.identityMutation();
    kinds.add(List.of(Slot.LEFT, Slot.RIGHT));
    if (operations > 1) {
      kinds.add(List.of(Slot.LEFT_OPERATION, Slot.RIGHT_OPERATION));
    }
    if (decisions.slots().contains(Slot.COMBINATION)) {
      kinds.add(List.of(Slot.COMBINATION));
    }
  }

  Architecture mutate(Architecture parent, RandomGenerator random) {
    if (identity > 0 && random.nextDouble() < identity) {
      return parent;
    }
    CellKind kind = CellKind.ALL.get(random.nextInt(CellKind.ALL.size()));
    int block = random.nextInt(blocks);
    List<Slot> slots = kinds.get(random.nextInt(kinds.size()));
    int place = decisions.place(kind, block, slots.get(random.nextInt(slots.size())));
    List<Choice> choices = new ArrayList<>(parent.choices());
    choices.set(place, other(decisions.asked().get(place), choices.get(place), random));
    return new Architecture(choices);
  }

  private static Choice other(Decision decision, Choice present, RandomGenerator random) {
    List<Choice> others = decision.choices().filter(choice -> !choice.equals(present)).toList();
    return others.get(random.nextInt(others.size()));
  }
}
