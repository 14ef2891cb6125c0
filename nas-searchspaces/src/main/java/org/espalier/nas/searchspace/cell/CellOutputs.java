package org.espalier.nas.searchspace.cell;

import java.util.List;
import org.espalier.nas.searchspace.cell.CellSettings.OutputRule;
import org.espalier.nas.searchspace.cell.CellSettings.OutputStates;

/**
 * The choice of the states that are concatenated as the output of a cell.
 *
 * @param unusedOnly true for the blocks that no block reads, false for all blocks
 * @param given the states instead of a rule; empty for the rule
 */
record CellOutputs(boolean unusedOnly, List<Integer> given) {

  /** Returns the outputs of the normal or the reduction cell. */
  static CellOutputs of(CellSettings settings, CellKind kind) {
    OutputStates states = settings.outputStates();
    List<Integer> given =
        states == null ? List.of() : kind == CellKind.NORMAL ? states.normal() : states.reduction();
    return new CellOutputs(settings.output() == OutputRule.UNUSED, given);
  }
}
