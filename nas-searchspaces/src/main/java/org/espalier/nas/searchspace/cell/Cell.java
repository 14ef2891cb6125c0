package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.searchspace.cell.CellBlock.Side;

/**
 * A cell: a graph of hidden states. State 0 is the current input, the output of the cell before;
 * state 1 is the older input, that of the cell before that; then follow the blocks.
 *
 * @param blocks the blocks, each of which reads states before it
 * @param operations the operations to which sides refer by index
 * @param outputs the states that are concatenated as the output, ascending
 */
record Cell(List<CellBlock> blocks, List<CellOperation> operations, List<Integer> outputs) {
  static final int INPUTS = 2;

  /** Copies the lists. */
  Cell {
    blocks = List.copyOf(blocks);
    operations = List.copyOf(operations);
    outputs = List.copyOf(outputs);
  }

  /** Returns a cell whose outputs follow a rule, or are given. */
  static Cell of(List<CellBlock> blocks, List<CellOperation> operations, CellOutputs outputs) {
    List<Integer> given = outputs.given();
    if (!given.isEmpty()) {
      return new Cell(blocks, operations, given.stream().sorted().toList());
    }
    Set<Integer> used = new HashSet<>();
    if (outputs.unusedOnly()) {
      blocks.stream()
          .flatMap(block -> Stream.of(block.left(), block.right()))
          .filter(side -> operations.get(side.operation()).reads())
          .forEach(side -> used.add(side.state()));
    }
    return new Cell(
        blocks,
        operations,
        IntStream.range(INPUTS, INPUTS + blocks.size())
            .filter(state -> !used.contains(state))
            .boxed()
            .toList());
  }

  CellOperation operation(Side side) {
    return operations.get(side.operation());
  }

  boolean reads(Side side) {
    return operation(side).reads();
  }

  /** Returns the states that the output depends on, ascending. */
  Set<Integer> live() {
    TreeSet<Integer> live = new TreeSet<>(outputs);
    for (int state = INPUTS + blocks.size() - 1; state >= INPUTS; state--) {
      if (live.contains(state)) {
        sides(block(state)).filter(this::reads).forEach(side -> live.add(side.state()));
      }
    }
    return live;
  }

  /** Returns the live states that are blocks, ascending. */
  List<Integer> liveBlocks() {
    return live().stream().filter(state -> state >= INPUTS).toList();
  }

  /** Returns the input whose shape zeros have: one that is read if there is one. */
  int inputOfZeros() {
    return live().stream().filter(state -> state < INPUTS).findFirst().orElse(0);
  }

  CellBlock block(int state) {
    return blocks.get(state - INPUTS);
  }

  static Stream<Side> sides(CellBlock block) {
    return Stream.of(block.left(), block.right());
  }

  /** Returns the blocks that read a state. */
  List<Integer> readers(int state) {
    List<Integer> readers = new ArrayList<>();
    for (int reader = INPUTS; reader < INPUTS + blocks.size(); reader++) {
      if (sides(block(reader)).anyMatch(side -> reads(side) && side.state() == state)) {
        readers.add(reader);
      }
    }
    return readers;
  }
}
