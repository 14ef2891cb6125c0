package org.espalier.nas.tf;

import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.layer.DenseBuilder;
import org.espalier.nas.tf.layer.DropoutBuilder;
import org.espalier.nas.tf.layer.FlattenBuilder;
import org.espalier.nas.tf.policy.TensorFlowPolicyNetworks;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.espalier.nas.tf.training.TrainingEvaluator;
import org.espalier.nas.tf.training.TrainingSettings;

/**
 * The plugin that provides the evaluator {@code training}, the layers of nas-api, the weights that
 * trials share, the checkpoints from which trials continue each other, and policy networks.
 */
public final class TensorFlowPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.EVALUATOR, "training", TrainingEvaluator.class, TrainingSettings.class);
    registry.layer(Dense.class, DenseBuilder.class);
    registry.layer(Dropout.class, DropoutBuilder.class);
    registry.layer(Flatten.class, FlattenBuilder.class);
    registry.service(SharedWeights.class, SharedWeights.class);
    registry.service(TrialCheckpoints.class, TrialCheckpoints.class);
    registry.service(PolicyNetwork.Factory.class, TensorFlowPolicyNetworks.class);
  }
}
