package org.espalier.nas.controller.reinforce;

import org.espalier.nas.api.policy.Rollout;

/**
 * A drawn sequence with its importance weight.
 *
 * @param rollout the sequence with its log-probabilities under the policy
 * @param weight its probability under the policy divided by the probability that it was drawn
 */
record WeightedRollout(Rollout rollout, double weight) {}
