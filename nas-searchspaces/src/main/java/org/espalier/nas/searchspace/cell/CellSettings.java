package org.espalier.nas.searchspace.cell;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.plugin.SingleAllowed;
import org.jspecify.annotations.Nullable;

/**
 * The cells that are searched, and the network that repeats them.
 *
 * @param blocks B, the number of blocks of each cell
 * @param inputs the hidden states that a block can read
 * @param operations names of operations and of sets of operations
 * @param combination the ways in which the two sides of a block are combined
 * @param output the blocks that are concatenated as the output of a cell
 * @param outputStates the states that are concatenated, instead of the rule {@code output}
 * @param repeats N, the number of normal cells of each stage
 * @param stages the number of stages, between which reduction cells stand
 * @param filters F, the number of channels of states in the first stage
 * @param channels the number of channels of states in later stages
 * @param stem the layers before the first cell
 * @param auxiliary true for an auxiliary output before the last reduction cell
 * @param dropPath the rate of drop-path at the last cell; 0 for none
 * @param identityMutation the probability that a mutation changes nothing
 */
public record CellSettings(
    @Default("5") @Description("Number of blocks of each cell (B).") @Range("[1, 10]") int blocks,
    @Default("all") @Description("States that blocks read: all or cell-only.") BlockInputs inputs,
    @Default("[nasnet]")
        @SingleAllowed
        @Description("Operations, or sets of them: chapter, nasnet, amoeba, enas, pnas, darts.")
        List<String> operations,
    @Default("add") @Description("Combination of the sides of a block.") Combination combination,
    @Default("unused")
        @Description("Blocks concatenated as output: those that no block reads, or all.")
        OutputRule output,
    @Nullable @Description("States concatenated as output, instead of a rule.")
        OutputStates outputStates,
    @Default("2") @Description("Normal cells of each stage (N).") @Range("[1, 50]") int repeats,
    @Default("3") @Description("Stages, between which reduction cells stand.") @Range("[2, 6]")
        int stages,
    @Default("32") @Description("Channels in the first stage (F).") @Range("[2, 4096]") int filters,
    @Default("double") @Description("Channels in later stages.") ChannelSchedule channels,
    @Default("cifar") @Description("Layers before the first cell.") Stem stem,
    @Default("false") @Description("Auxiliary output before the last reduction cell.")
        boolean auxiliary,
    @Default("0")
        @Description("Drop-path rate at the last cell, in proportion before; 0 for none.")
        @Range("[0, 1)")
        double dropPath,
    @Default("0.05") @Description("Probability that a mutation changes nothing.") @Range("[0, 1)")
        double identityMutation) {

  /** Hidden states that a block can read. */
  public enum BlockInputs {
    /** The two inputs of the cell and the blocks before (Zoph et al. 2018). */
    ALL,
    /** The two inputs of the cell. */
    CELL_ONLY
  }

  /** Combinations of the two sides of a block. */
  public enum Combination {
    /** The sum. */
    ADD,
    /** The concatenation and a convolution of 1×1 that restores the number of channels. */
    CONCAT,
    /** A decision for each block. */
    SEARCHED
  }

  /** Rules for the output of a cell. */
  public enum OutputRule {
    /** The blocks that no other block reads. */
    UNUSED,
    /** All blocks. */
    ALL
  }

  /** Numbers of channels of the stages. */
  public enum ChannelSchedule {
    /** Twice that of the stage before. */
    DOUBLE,
    /** 4, 16 and 256, as a published simplification of NASNet has it; {@code filters} is unused. */
    CHAPTER
  }

  /** Layers before the first cell. */
  public enum Stem {
    /** A convolution of 3×3 with 3·F filters, and batch normalisation. */
    CIFAR,
    /**
     * A convolution of 3×3 with 32 filters and a stride of 2, batch normalisation, and two
     * reduction cells with F/4 and F/2 channels.
     */
    IMAGENET,
    /** None: the first cell reads the image. */
    NONE
  }

  /**
   * The states that are concatenated as the output of each cell: 0 is the input that the cell
   * before gives, 1 the older input, 2 the first block.
   *
   * @param normal those of the normal cell, distinct, at least one
   * @param reduction those of the reduction cell
   */
  public record OutputStates(
      @Description("States of the normal cell: 0 current input, 1 older input, 2 first block.")
          @Range("[0, 11]")
          List<Integer> normal,
      @Description("States of the reduction cell.") @Range("[0, 11]") List<Integer> reduction) {

    /** Copies the lists. */
    public OutputStates {
      SettingRanges.check(OutputStates.class, normal, reduction);
      normal = List.copyOf(normal);
      reduction = List.copyOf(reduction);
    }
  }

  private static final int CHAPTER_STAGES = 3;
  private static final int IMAGENET_FILTERS = 8;

  /** Checks the numbers. */
  public CellSettings {
    SettingRanges.check(
        CellSettings.class,
        blocks,
        inputs,
        operations,
        combination,
        output,
        outputStates,
        repeats,
        stages,
        filters,
        channels,
        stem,
        auxiliary,
        dropPath,
        identityMutation);
    operations = List.copyOf(operations);
    if (operations.isEmpty()) {
      throw new InvalidSettingException(
          "operations", "operations must hold at least one; it is empty.");
    }
    if (outputStates != null) {
      requireStates("normal", outputStates.normal(), blocks);
      requireStates("reduction", outputStates.reduction(), blocks);
    }
    if (channels == ChannelSchedule.CHAPTER && stages > CHAPTER_STAGES) {
      throw new InvalidSettingException(
          "stages",
          "stages (%d) must be at most %d with channels: chapter."
              .formatted(stages, CHAPTER_STAGES));
    }
    if (stem == Stem.IMAGENET && (filters % 4 != 0 || filters < IMAGENET_FILTERS)) {
      throw new InvalidSettingException(
          "filters",
          "filters (%d) must be a multiple of 4 of at least %d with stem: imagenet."
              .formatted(filters, IMAGENET_FILTERS));
    }
  }

  private static void requireStates(String cell, List<Integer> states, int blocks) {
    if (states.isEmpty()
        || states.stream().distinct().count() != states.size()
        || states.stream().anyMatch(state -> state > blocks + 1)) {
      throw new InvalidSettingException(
          "outputStates",
          "outputStates.%s (%s) must be distinct states of at most %d, at least one."
              .formatted(cell, states, blocks + 1));
    }
  }

  /** Returns F of a stage, counted from 0. */
  int filters(int stage) {
    return channels == ChannelSchedule.CHAPTER ? 1 << (2 << stage) : filters << stage;
  }
}
