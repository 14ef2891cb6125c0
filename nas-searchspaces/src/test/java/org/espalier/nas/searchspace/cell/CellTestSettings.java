package org.espalier.nas.searchspace.cell;

import java.util.List;
import org.espalier.nas.searchspace.cell.CellSettings.BlockInputs;
import org.espalier.nas.searchspace.cell.CellSettings.ChannelSchedule;
import org.espalier.nas.searchspace.cell.CellSettings.Combination;
import org.espalier.nas.searchspace.cell.CellSettings.OutputRule;
import org.espalier.nas.searchspace.cell.CellSettings.OutputStates;
import org.espalier.nas.searchspace.cell.CellSettings.Stem;
import org.jspecify.annotations.Nullable;

/** Settings of cells for tests. */
record CellTestSettings(
    int blocks,
    BlockInputs inputs,
    List<String> operations,
    Combination combination,
    OutputRule output,
    @Nullable OutputStates outputStates,
    int repeats,
    int filters,
    Stem stem,
    boolean auxiliary,
    double dropPath,
    double identityMutation) {

  /** Returns the published cells of five blocks in small networks. */
  static CellTestSettings of(int blocks, String... operations) {
    return new CellTestSettings(
        blocks,
        BlockInputs.ALL,
        List.of(operations),
        Combination.ADD,
        OutputRule.UNUSED,
        null,
        1,
        4,
        Stem.CIFAR,
        false,
        0,
        0);
  }

  CellTestSettings cellOnly() {
    return new CellTestSettings(
        blocks,
        BlockInputs.CELL_ONLY,
        operations,
        combination,
        output,
        outputStates,
        repeats,
        filters,
        stem,
        auxiliary,
        dropPath,
        identityMutation);
  }

  CellTestSettings combined(Combination other) {
    return new CellTestSettings(
        blocks,
        inputs,
        operations,
        other,
        output,
        outputStates,
        repeats,
        filters,
        stem,
        auxiliary,
        dropPath,
        identityMutation);
  }

  CellTestSettings outputs(OutputRule rule, @Nullable OutputStates states) {
    return new CellTestSettings(
        blocks,
        inputs,
        operations,
        combination,
        rule,
        states,
        repeats,
        filters,
        stem,
        auxiliary,
        dropPath,
        identityMutation);
  }

  CellTestSettings network(int more, int channels, Stem layers) {
    return new CellTestSettings(
        blocks,
        inputs,
        operations,
        combination,
        output,
        outputStates,
        more,
        channels,
        layers,
        auxiliary,
        dropPath,
        identityMutation);
  }

  CellTestSettings regularised(boolean head, double rate) {
    return new CellTestSettings(
        blocks,
        inputs,
        operations,
        combination,
        output,
        outputStates,
        repeats,
        filters,
        stem,
        head,
        rate,
        identityMutation);
  }

  CellTestSettings identical(double probability) {
    return new CellTestSettings(
        blocks,
        inputs,
        operations,
        combination,
        output,
        outputStates,
        repeats,
        filters,
        stem,
        auxiliary,
        dropPath,
        probability);
  }

  CellSettings settings() {
    return new CellSettings(
        blocks,
        inputs,
        operations,
        combination,
        output,
        outputStates,
        repeats,
        3,
        filters,
        ChannelSchedule.DOUBLE,
        stem,
        auxiliary,
        dropPath,
        identityMutation);
  }
}
