package org.espalier.nas.analysis.sharing;

import org.espalier.nas.analysis.comparison.Estimate;

/**
 * The agreement of a shared score and of one stand-alone training with the other trainings: a
 * training disagrees with another one, too, so that the first is to be judged by the second.
 *
 * @param shared Kendall's τ between the shared scores and the means of all stand-alone trainings
 *     but one, mean over the one left out
 * @param training the same with the training that was left out in the place of the shared score
 * @param difference shared minus training
 */
public record SeedAgreement(Estimate shared, Estimate training, Estimate difference) {}
