package org.espalier.nas.searchspace.nasbench201;

import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The size of the networks around the cells of NAS-Bench-201.
 *
 * @param filters C, the number of channels of the first stage; each later stage has twice as many
 * @param repeats N, the number of cells in each stage
 * @param equivalence the rule by which cells are the same
 */
public record NasBench201Settings(
    @Default("16")
        @Description("Channels of the first stage (C); each later one has twice as many.")
        @Range("[1, inf)")
        int filters,
    @Default("5") @Description("Cells in each of the three stages (N).") @Range("[1, inf)")
        int repeats,
    @Default("published")
        @Description("Rule by which cells are the same: none, skips, published, zeros.")
        CellEquivalence equivalence) {

  /** Checks the ranges. */
  public NasBench201Settings {
    Objects.requireNonNull(equivalence);
    SettingRanges.check(NasBench201Settings.class, filters, repeats, equivalence);
  }
}
