package org.espalier.nas.tf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.policy.TensorFlowPolicyNetworks;
import org.espalier.nas.tf.sharing.OneShotWeights;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.espalier.nas.tf.training.OneShotEvaluator;
import org.espalier.nas.tf.training.OneShotSettings;
import org.espalier.nas.tf.training.TrainingEvaluator;
import org.espalier.nas.tf.training.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class TensorFlowPluginTest {

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(NasPlugin.class)).anyMatch(TensorFlowPlugin.class::isInstance);
  }

  @Test
  void bringsTheEvaluatorsWhatItsTrialsLeaveAndPolicyNetworks() {
    PluginRegistry registry = Mockito.mock(PluginRegistry.class);

    new TensorFlowPlugin().configure(registry);

    Mockito.verify(registry)
        .component(
            ComponentKind.EVALUATOR, "training", TrainingEvaluator.class, TrainingSettings.class);
    Mockito.verify(registry)
        .component(
            ComponentKind.EVALUATOR, "one-shot", OneShotEvaluator.class, OneShotSettings.class);
    Mockito.verify(registry).service(SharedWeights.class, SharedWeights.class);
    Mockito.verify(registry).service(OneShotWeights.class, OneShotWeights.class);
    Mockito.verify(registry).service(TrialCheckpoints.class, TrialCheckpoints.class);
    Mockito.verify(registry).service(PolicyNetwork.Factory.class, TensorFlowPolicyNetworks.class);
  }
}
