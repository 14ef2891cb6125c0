package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.espalier.nas.searchspace.cell.CellBlock.Side;
import org.jspecify.annotations.Nullable;

/**
 * The representative of the cells that compute the same up to the order of sides, of blocks, and of
 * channels.
 *
 * <p>Both combinations are symmetric, so that the sides of a block are sorted. A side whose
 * operation gives zeros reads nothing; its state is 0. If the outputs follow a rule, all orders of
 * the blocks in which each follows those that it reads describe the same cell; the smallest one,
 * compared block by block, represents them. If the outputs are given by their numbers, blocks keep
 * their places, and blocks on which no output depends become the smallest block.
 */
final class CellCanonicalForm {
  private final Cell cell;
  private final List<CellBlock> order = new ArrayList<>();
  private final int[] labels;
  private @Nullable List<CellBlock> smallest;

  private CellCanonicalForm(Cell cell) {
    this.cell = cell;
    this.labels = new int[Cell.INPUTS + cell.blocks().size()];
    Arrays.fill(labels, -1);
    for (int input = 0; input < Cell.INPUTS; input++) {
      labels[input] = input;
    }
  }

  /**
   * Returns the representative of a cell.
   *
   * @param concat the combination of blocks on which no output depends
   */
  static Cell of(Cell cell, CellOutputs outputs, boolean concat) {
    CellCanonicalForm form = new CellCanonicalForm(cell);
    List<CellBlock> blocks = outputs.given().isEmpty() ? form.reordered() : form.inPlace(concat);
    return Cell.of(blocks, cell.operations(), outputs);
  }

  private List<CellBlock> inPlace(boolean concat) {
    Set<Integer> live = cell.live();
    List<CellBlock> blocks = new ArrayList<>();
    for (int state = Cell.INPUTS; state < labels.length; state++) {
      labels[state] = state;
      blocks.add(
          live.contains(state)
              ? described(state)
              : new CellBlock(new Side(0, 0), new Side(0, 0), concat));
    }
    return blocks;
  }

  private List<CellBlock> reordered() {
    extend();
    if (smallest == null) {
      throw new IllegalStateException("No order of the blocks of " + cell);
    }
    return smallest;
  }

  /** Tries all blocks that may come next and are the smallest ones. */
  private void extend() {
    if (order.size() == cell.blocks().size()) {
      if (smallest == null || compare(order, smallest) < 0) {
        smallest = List.copyOf(order);
      }
      return;
    }
    List<Integer> candidates = new ArrayList<>();
    @Nullable CellBlock least = null;
    for (int state = Cell.INPUTS; state < labels.length; state++) {
      if (labels[state] < 0 && isReady(state)) {
        CellBlock described = described(state);
        int comparison = least == null ? -1 : described.compareTo(least);
        if (comparison < 0) {
          least = described;
          candidates.clear();
        }
        if (comparison <= 0) {
          candidates.add(state);
        }
      }
    }
    if (least == null) {
      throw new IllegalStateException("No block of %s can follow %s.".formatted(cell, order));
    }
    Set<List<Integer>> tried = new HashSet<>();
    for (int state : candidates) {
      // Equal blocks with the same readers are interchangeable.
      if (tried.add(cell.readers(state))) {
        labels[state] = Cell.INPUTS + order.size();
        order.add(least);
        extend();
        order.remove(order.size() - 1);
        labels[state] = -1;
      }
    }
  }

  private boolean isReady(int state) {
    return Cell.sides(cell.block(state))
        .allMatch(side -> !cell.reads(side) || labels[side.state()] >= 0);
  }

  private CellBlock described(int state) {
    CellBlock block = cell.block(state);
    return new CellBlock(described(block.left()), described(block.right()), block.concat())
        .sorted();
  }

  private Side described(Side side) {
    return new Side(cell.reads(side) ? labels[side.state()] : 0, side.operation());
  }

  private static int compare(List<CellBlock> one, List<CellBlock> other) {
    for (int i = 0; i < one.size(); i++) {
      int comparison = one.get(i).compareTo(other.get(i));
      if (comparison != 0) {
        return comparison;
      }
    }
    return 0;
  }
}
