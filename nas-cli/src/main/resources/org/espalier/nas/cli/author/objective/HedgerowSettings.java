package org.example.hedgerow;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * The keys of {@code objectives: [{type: hedgerow}]} in an experiment file.
 *
 * @param operation energy of a floating-point operation, in picojoules
 * @param weight energy of reading a weight of 32 bits from memory, in picojoules
 * @param reference largest energy that still counts in the hypervolume, in microjoules
 */
public record HedgerowSettings(
    @Default("2.3") @Range("[0, inf)") @Description("Picojoules of a floating-point operation.")
        double operation,
    @Default("640") @Range("[0, inf)") @Description("Picojoules of reading a weight from memory.")
        double weight,
    @Default("10") @Range("(0, inf)") @Description("Largest energy that counts, in microjoules.")
        double reference) {}
