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
 * @param order order in which the points are tried
 * @param steps number of values tried of each real range, and of each long range of integers
 * @param stepsOf the same for single decisions, by name
 * @param listedIntegers maximum size of an integer range whose values are all tried
 * @param batch number of trials to keep outstanding at once
 */
public record GridSettings(
    @Default("lexicographic") @Description("Order in which points are tried.") Order order,
    @Default("5")
        @Description("Values tried of a real range or a long one of integers, ends included.")
        @Range("[2, inf)")
        int steps,
    @Default("{}") @Description("The same for single decisions, by name.") @Range("[2, inf)")
        Map<String, Integer> stepsOf,
    @Default("20")
        @Description("Maximum size of an integer range whose values are all tried.")
        @Range("[0, inf)")
        int listedIntegers,
    @Default("8") @Description("Number of trials to keep outstanding at once.") @Range("[1, inf)")
        int batch) {

  /** Orders of the points. */
  public enum Order {
    /** The order of the options, the last decision changing first. */
    LEXICOGRAPHIC,
    /** A random order, for which the grid is listed. */
    SHUFFLED
  }

  /** Checks the ranges and copies the map. */
  public GridSettings {
    Objects.requireNonNull(order);
    stepsOf = Map.copyOf(stepsOf);
    SettingRanges.check(GridSettings.class, order, steps, stepsOf, listedIntegers, batch);
  }
}
