package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.searchspace.cell.CellBlock.Side;
import org.espalier.nas.searchspace.cell.CellSettings.BlockInputs;
import org.espalier.nas.searchspace.cell.CellSettings.Combination;

/**
 * The decisions of the two cells, block after block: the two inputs, the two operations and, where
 * it is searched, the combination.
 */
final class CellDecisions {
  static final String CURRENT = "current";
  static final String PREVIOUS = "previous";
  static final String ADD = "add";
  static final String CONCAT = "concat";

  private final CellSettings settings;
  private final List<CellOperation> operations;
  private final List<Slot> slots;
  private final List<Decision> unmasked = new ArrayList<>();
  private final List<Decision> asked = new ArrayList<>();

  /** The decisions of a block. */
  enum Slot {
    LEFT("left"),
    RIGHT("right"),
    LEFT_OPERATION("left op"),
    RIGHT_OPERATION("right op"),
    COMBINATION("combination");

    private final String label;

    Slot(String label) {
      this.label = label;
    }

    private boolean isInput() {
      return this == LEFT || this == RIGHT;
    }
  }

  CellDecisions(CellSettings settings, List<CellOperation> operations) {
    this.settings = settings;
    this.operations = operations;
    List<Slot> all = List.of(Slot.values());
    this.slots =
        settings.combination() == Combination.SEARCHED ? all : all.subList(0, all.size() - 1);
    Categorical states = Categorical.of(states());
    Categorical names = Categorical.of(operations.stream().map(CellOperation::name).toList());
    for (CellKind kind : CellKind.values()) {
      for (int block = 1; block <= settings.blocks(); block++) {
        for (Slot slot : slots) {
          String name = "%s %s %d".formatted(kind.label(), slot.label, block);
          Categorical domain =
              switch (slot) {
                case LEFT, RIGHT -> states;
                case LEFT_OPERATION, RIGHT_OPERATION -> names;
                case COMBINATION -> Categorical.of(List.of(ADD, CONCAT));
              };
          unmasked.add(new Decision(name, domain));
          asked.add(new Decision(name, slot.isInput() ? before(states, block) : domain));
        }
      }
    }
  }

  /** Returns the options for the states that blocks read. */
  List<String> states() {
    List<String> states = new ArrayList<>(List.of(CURRENT, PREVIOUS));
    for (int block = 1; block < settings.blocks() && readsBlocks(); block++) {
      states.add("block" + block);
    }
    return states;
  }

  private boolean readsBlocks() {
    return settings.inputs() == BlockInputs.ALL;
  }

  /** Returns the states that a block can read. */
  private Categorical before(Categorical states, int block) {
    return states.allowing(
        IntStream.range(0, Cell.INPUTS + (readsBlocks() ? block - 1 : 0)).boxed().toList());
  }

  /** Returns all decisions with nothing masked. */
  List<Decision> unmasked() {
    return List.copyOf(unmasked);
  }

  /** Returns all decisions as they are asked. */
  List<Decision> asked() {
    return asked;
  }

  /** Returns the decisions of each block. */
  List<Slot> slots() {
    return slots;
  }

  /** Returns the place of a decision; blocks are counted from 0. */
  int place(CellKind kind, int block, Slot slot) {
    int cell = CellKind.ALL.indexOf(kind);
    return (cell * settings.blocks() + block) * slots.size() + slots.indexOf(slot);
  }

  /** Returns a cell of an architecture. */
  Cell cell(Architecture architecture, CellKind kind) {
    List<CellBlock> blocks = new ArrayList<>();
    for (int block = 0; block < settings.blocks(); block++) {
      blocks.add(
          new CellBlock(
              new Side(
                  index(architecture, kind, block, Slot.LEFT),
                  index(architecture, kind, block, Slot.LEFT_OPERATION)),
              new Side(
                  index(architecture, kind, block, Slot.RIGHT),
                  index(architecture, kind, block, Slot.RIGHT_OPERATION)),
              settings.combination() == Combination.SEARCHED
                  ? index(architecture, kind, block, Slot.COMBINATION) == 1
                  : settings.combination() == Combination.CONCAT));
    }
    return Cell.of(blocks, operations, CellOutputs.of(settings, kind));
  }

  private int index(Architecture architecture, CellKind kind, int block, Slot slot) {
    return (int) architecture.choices().get(place(kind, block, slot)).number();
  }

  /** Returns the architecture of these cells. */
  Architecture architecture(Cell normal, Cell reduction) {
    List<Choice> choices = new ArrayList<>();
    for (Cell cell : List.of(normal, reduction)) {
      for (CellBlock block : cell.blocks()) {
        for (Slot slot : slots) {
          int index =
              switch (slot) {
                case LEFT -> block.left().state();
                case RIGHT -> block.right().state();
                case LEFT_OPERATION -> block.left().operation();
                case RIGHT_OPERATION -> block.right().operation();
                case COMBINATION -> block.concat() ? 1 : 0;
              };
          choices.add(asked.get(choices.size()).choose(index));
        }
      }
    }
    return new Architecture(choices);
  }
}
