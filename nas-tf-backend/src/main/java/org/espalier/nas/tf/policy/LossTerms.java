package org.espalier.nas.tf.policy;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * The scalar terms of a loss in a graph.
 *
 * @param policy the REINFORCE or PPO term
 * @param entropy the mean entropy per step, in nats
 * @param predictor the predictor's mean squared error; zero without a predictor
 * @param total the minimised sum, without regularisation
 */
record LossTerms(
    Operand<TFloat32> policy,
    Operand<TFloat32> entropy,
    Operand<TFloat32> predictor,
    Operand<TFloat32> total) {}
