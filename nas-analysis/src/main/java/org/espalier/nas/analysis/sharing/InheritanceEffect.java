package org.espalier.nas.analysis.sharing;

import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.inference.Proportion;
import org.jspecify.annotations.Nullable;

/**
 * The differences of shared score minus stand-alone score in a group of trials.
 *
 * @param inheritedLayers number of layers that started from shared weights; null for all trials
 * @param helped trials whose shared score is higher, among all of the group
 * @param hurt number of trials whose shared score is lower
 * @param share share of trials helped, with Wilson's interval
 * @param median median difference
 */
public record InheritanceEffect(
    @Nullable Integer inheritedLayers,
    Proportion helped,
    int hurt,
    Estimate share,
    Estimate median) {}
