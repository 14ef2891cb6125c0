package org.espalier.nas.engine.objective;

import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an objective that needs no others.
 *
 * @param reference value that bounds the hypervolume from the worse side, or null
 */
public record ReferenceSettings(
    @Description("Value that bounds the hypervolume from the worse side.") @Range("(-inf, inf)")
        @Nullable Double reference) {

  /** Checks the number. */
  public ReferenceSettings {
    SettingRanges.check(ReferenceSettings.class, reference);
  }
}
