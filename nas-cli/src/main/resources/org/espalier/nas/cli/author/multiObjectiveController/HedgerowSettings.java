package org.example.hedgerow;

import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;

/**
 * The keys of {@code controller: {type: hedgerow}} in an experiment file.
 *
 * @param exploration share of proposals that are drawn at random
 * @param batch number of trials that may be outstanding at once
 */
public record HedgerowSettings(
    @Default("0.1") @Range("[0, 1]") @Description("Share of proposals that are drawn at random.")
        double exploration,
    @Default("8") @Range("[1, 1000]") @Description("Trials that may be outstanding at once.")
        int batch) {}
