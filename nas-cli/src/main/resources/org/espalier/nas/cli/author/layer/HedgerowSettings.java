package org.example.hedgerow;

import java.util.List;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * The keys that stand under {@code searchSpace: {type: hedgerow}} in an experiment file.
 *
 * @param widths how many units a layer may have, ascending
 * @param maxLayers the most hidden layers
 */
public record HedgerowSettings(
    @Default("[4, 8, 16, 32, 64]") @Range("[1, 100000]") @Description("Units of a layer, ascending.")
        List<Integer> widths,
    @Default("3") @Range("[1, 100]") @Description("The most hidden layers.") int maxLayers) {

  /** Checks what a range cannot say. */
  public HedgerowSettings {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || !widths.equals(widths.stream().sorted().distinct().toList())) {
      throw new InvalidSettingException(
          "widths", "widths (" + widths + ") must hold at least one width, ascending.");
    }
  }
}
