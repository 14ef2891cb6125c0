package org.espalier.nas.api.policy;

/**
 * What one update did, each value of its last epoch.
 *
 * @param policyLoss the REINFORCE or PPO term
 * @param entropy the mean entropy per step, in nats
 * @param predictorLoss the predictor's mean squared error; 0 without predictor
 * @param gradientNorm the global norm of the gradient before clipping
 */
public record PolicyUpdate(
    double policyLoss, double entropy, double predictorLoss, double gradientNorm) {}
