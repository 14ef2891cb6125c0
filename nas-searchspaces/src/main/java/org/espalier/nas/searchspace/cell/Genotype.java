package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.List;

/**
 * A published pair of cells.
 *
 * @param name the name of the network
 * @param normal the blocks of the normal cell
 * @param reduction the blocks of the reduction cell
 */
record Genotype(String name, List<Sides> normal, List<Sides> reduction) {

  /**
   * The sides of a block, which are added.
   *
   * @param left the state that the left side reads: 0 the current input, 1 the older one, 2 the
   *     first block
   * @param leftOperation the operation of the left side
   * @param right the state that the right side reads
   * @param rightOperation the operation of the right side
   */
  record Sides(int left, String leftOperation, int right, String rightOperation) {}

  /** Meanings of the states 0 and 1 where a genotype was published. */
  private enum Convention {
    /** State 0 is the current input: NASNet, AmoebaNet and PNASNet in TensorFlow. */
    CURRENT_FIRST,
    /** State 1 is the current input: ENAS and DARTS. */
    OLDER_FIRST
  }

  /**
   * Returns the published cells, as their authors' programs have them: NASNet-A and PNASNet-5 of
   * TensorFlow's slim models, AmoebaNet-A of TensorFlow's TPU models, ENAS of its script
   * cifar10_micro_final, DARTS-V2 of its file genotypes.
   */
  static List<Genotype> published() {
    List<Sides> pnas =
        sides(
            Convention.CURRENT_FIRST,
            "1 sep-5x5 1 max-3x3, 0 sep-7x7 0 max-3x3, 0 sep-5x5 0 sep-3x3, 4 sep-3x3 0 max-3x3,"
                + " 1 sep-3x3 0 identity");
    return List.of(
        new Genotype(
            "NASNet-A",
            sides(
                Convention.CURRENT_FIRST,
                "0 sep-5x5 1 sep-3x3, 1 sep-5x5 1 sep-3x3, 0 avg-3x3 1 identity, 1 avg-3x3 1 avg-3x3,"
                    + " 0 sep-3x3 0 identity"),
            sides(
                Convention.CURRENT_FIRST,
                "0 sep-5x5 1 sep-7x7, 0 max-3x3 1 sep-7x7, 0 avg-3x3 1 sep-5x5, 3 identity 2 avg-3x3,"
                    + " 2 sep-3x3 0 max-3x3")),
        new Genotype(
            "AmoebaNet-A",
            sides(
                Convention.CURRENT_FIRST,
                "0 avg-3x3 0 max-3x3, 1 sep-3x3 1 identity, 0 identity 1 avg-3x3, 0 sep-3x3 2 sep-5x5,"
                    + " 5 avg-3x3 0 sep-3x3"),
            sides(
                Convention.CURRENT_FIRST,
                "1 sep-3x3 0 avg-3x3, 0 max-3x3 2 sep-7x7, 1 max-3x3 0 max-3x3,"
                    + " 4 sep-3x3 0 conv-1x7-7x1, 1 avg-3x3 0 sep-7x7")),
        new Genotype(
            "ENAS",
            sides(
                Convention.OLDER_FIRST,
                "0 avg-3x3 0 sep-3x3, 0 identity 0 sep-5x5, 0 identity 1 sep-5x5, 1 sep-3x3 0 sep-5x5,"
                    + " 0 avg-3x3 1 sep-5x5"),
            sides(
                Convention.OLDER_FIRST,
                "1 sep-3x3 1 sep-3x3, 0 max-3x3 0 avg-3x3, 1 sep-5x5 3 sep-5x5, 1 sep-3x3 0 identity,"
                    + " 0 max-3x3 1 sep-5x5")),
        new Genotype("PNASNet-5", pnas, pnas),
        new Genotype(
            "DARTS-V2",
            sides(
                Convention.OLDER_FIRST,
                "0 sep-3x3 1 sep-3x3, 0 sep-3x3 1 sep-3x3, 1 sep-3x3 0 identity,"
                    + " 0 identity 2 dil-sep-3x3"),
            sides(
                Convention.OLDER_FIRST,
                "0 max-3x3 1 max-3x3, 2 identity 1 max-3x3, 0 max-3x3 2 identity,"
                    + " 2 identity 1 max-3x3")));
  }

  private static List<Sides> sides(Convention convention, String blocks) {
    List<Sides> sides = new ArrayList<>();
    for (String block : blocks.split(", ", -1)) {
      String[] words = block.split(" ", -1);
      sides.add(
          new Sides(state(words[0], convention), words[1], state(words[2], convention), words[3]));
    }
    return sides;
  }

  private static int state(String text, Convention convention) {
    int state = Integer.parseInt(text);
    return convention == Convention.OLDER_FIRST && state < Cell.INPUTS ? 1 - state : state;
  }
}
