package org.espalier.nas.controller.grid;

import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;

/**
 * The settings of grid search.
 *
 * @param order in which order the points are tried
 * @param steps how many values of each real range, and of each long range of integers, are tried
 * @param stepsOf the same for single decisions, by name
 * @param listedIntegers up to how many integers are all tried
 * @param batch how many trials should be outstanding at once
 */
public record GridSettings(
    @Default("lexicographic") @Description("The order in which points are tried.") Order order,
    @Default("5")
        @Description("Values tried of a real range or a long one of integers, ends included.")
        @Range("[2, inf)")
        int steps,
    @Default("{}") @Description("The same for single decisions, by name.") @Range("[2, inf)")
        Map<String, Integer> stepsOf,
    @Default("20")
        @Description("A range of at most so many integers is tried in full.")
        @Range("[0, inf)")
        int listedIntegers,
    @Default("8") @Description("How many trials should be outstanding at once.") @Range("[1, inf)")
        int batch) {

  /** In which order points are tried. */
  public enum Order {
    /** That of the options, the last decision changing first. */
    LEXICOGRAPHIC,
    /** A random one, for which the grid is listed. */
    SHUFFLED
  }

  /** Copies, and checks the ranges. */
  public GridSettings {
    Objects.requireNonNull(order);
    stepsOf = Map.copyOf(stepsOf);
    SettingRanges.check(GridSettings.class, order, steps, stepsOf, listedIntegers, batch);
  }
}
