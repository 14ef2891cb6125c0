package org.espalier.nas.searchspace.nasbench101;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The size of the modules of NAS-Bench-101 and of the networks around them.
 *
 * @param vertices the largest number of vertices of a module, input and output among them
 * @param edges the largest number of edges of a module
 * @param filters the number of channels of the first stack; each later stack has twice as many
 * @param repeats the number of modules in each of the three stacks
 */
public record NasBench101Settings(
    @Default("7")
        @Description("Most vertices of a module, input and output among them.")
        @Range("[3, 7]")
        int vertices,
    @Default("9") @Description("Most edges of a module.") @Range("[1, 21]") int edges,
    @Default("128")
        @Description("Channels of the first stack; each later one has twice as many.")
        @Range("[5, inf)")
        int filters,
    @Default("3") @Description("Modules in each of the three stacks.") @Range("[1, inf)")
        int repeats) {

  /** Checks the ranges. */
  public NasBench101Settings {
    SettingRanges.check(NasBench101Settings.class, vertices, edges, filters, repeats);
  }
}
