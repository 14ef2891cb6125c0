package org.example.hedgerow;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.data.prepare.Preparation;

/**
 * The keys of {@code dataset: {type: hedgerow}} in an experiment file.
 *
 * @param rows number of readings
 * @param noise standard deviation of the noise in the temperature of the ground
 * @param seed seed of the readings
 * @param prepare preparation of the readings: split, scaling, missing values
 */
public record HedgerowSettings(
    @Default("1000") @Range("[20, 1000000]") @Description("Number of readings.") int rows,
    @Default("0.5") @Range("[0, 10]") @Description("Standard deviation of the noise.")
        double noise,
    @Default("1") @Range("(-inf, inf)") @Description("Seed of the readings.") long seed,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {}
