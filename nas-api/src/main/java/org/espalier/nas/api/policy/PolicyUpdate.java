package org.espalier.nas.api.policy;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * The statistics of one update, measured in its last epoch.
 *
 * @param policyLoss the REINFORCE or PPO term
 * @param entropy the mean entropy per step, in nats
 * @param predictorLoss the predictor's mean squared error; 0 without a predictor
 * @param gradientNorm the global norm of the gradient before clipping
 */
@API(status = EXPERIMENTAL, since = "0.1")
public record PolicyUpdate(
    double policyLoss, double entropy, double predictorLoss, double gradientNorm) {}
