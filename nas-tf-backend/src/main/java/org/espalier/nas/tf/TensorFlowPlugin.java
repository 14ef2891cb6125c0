package org.espalier.nas.tf;

import org.espalier.nas.api.data.FeatureExtractor;
import org.espalier.nas.api.network.Activate;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.AveragePool2d;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.Conv2d;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.DepthwiseConv2d;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.GlobalAveragePool;
import org.espalier.nas.api.network.MaxPool2d;
import org.espalier.nas.api.network.Multiply;
import org.espalier.nas.api.network.PadImage;
import org.espalier.nas.api.network.PassThrough;
import org.espalier.nas.api.network.SpatialDropout;
import org.espalier.nas.api.network.Subsample;
import org.espalier.nas.api.network.TakeChannels;
import org.espalier.nas.api.network.Zeros;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.tf.backbone.SavedModelExtractors;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.latency.LatencyObjective;
import org.espalier.nas.tf.latency.LatencySettings;
import org.espalier.nas.tf.layer.ActivateBuilder;
import org.espalier.nas.tf.layer.AddBuilder;
import org.espalier.nas.tf.layer.ConcatBuilder;
import org.espalier.nas.tf.layer.DenseBuilder;
import org.espalier.nas.tf.layer.DropPathBuilder;
import org.espalier.nas.tf.layer.DropoutBuilder;
import org.espalier.nas.tf.layer.FlattenBuilder;
import org.espalier.nas.tf.layer.MultiplyBuilder;
import org.espalier.nas.tf.layer.PassThroughBuilder;
import org.espalier.nas.tf.layer.SpatialDropoutBuilder;
import org.espalier.nas.tf.layer.image.AveragePool2dBuilder;
import org.espalier.nas.tf.layer.image.BatchNormBuilder;
import org.espalier.nas.tf.layer.image.Conv2dBuilder;
import org.espalier.nas.tf.layer.image.DepthwiseConv2dBuilder;
import org.espalier.nas.tf.layer.image.GlobalAveragePoolBuilder;
import org.espalier.nas.tf.layer.image.MaxPool2dBuilder;
import org.espalier.nas.tf.layer.image.PadImageBuilder;
import org.espalier.nas.tf.layer.image.SubsampleBuilder;
import org.espalier.nas.tf.layer.image.TakeChannelsBuilder;
import org.espalier.nas.tf.layer.image.ZerosBuilder;
import org.espalier.nas.tf.policy.TensorFlowPolicyNetworks;
import org.espalier.nas.tf.sharing.OneShotWeights;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.espalier.nas.tf.training.OneShotEvaluator;
import org.espalier.nas.tf.training.OneShotSettings;
import org.espalier.nas.tf.training.TrainingEvaluator;
import org.espalier.nas.tf.training.TrainingSettings;

/**
 * The plugin that provides the evaluators {@code training} and {@code one-shot}, the objective
 * {@code latency}, the layers of nas-api, the weights that trials share, the checkpoints from which
 * trials continue each other, frozen networks below searched ones, and policy networks.
 */
public final class TensorFlowPlugin implements NasPlugin {

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.EVALUATOR, "training", TrainingEvaluator.class, TrainingSettings.class);
    registry.component(
        ComponentKind.EVALUATOR, "one-shot", OneShotEvaluator.class, OneShotSettings.class);
    registry.component(
        ComponentKind.OBJECTIVE, "latency", LatencyObjective.class, LatencySettings.class);
    registry.layer(Dense.class, DenseBuilder.class);
    registry.layer(Dropout.class, DropoutBuilder.class);
    registry.layer(Flatten.class, FlattenBuilder.class);
    mergingLayers(registry);
    imageLayers(registry);
    registry.service(SharedWeights.class, SharedWeights.class);
    registry.service(OneShotWeights.class, OneShotWeights.class);
    registry.service(TrialCheckpoints.class, TrialCheckpoints.class);
    registry.service(FeatureExtractor.Factory.class, SavedModelExtractors.class);
    registry.service(PolicyNetwork.Factory.class, TensorFlowPolicyNetworks.class);
  }

  private static void mergingLayers(PluginRegistry registry) {
    registry.layer(Add.class, AddBuilder.class);
    registry.layer(Activate.class, ActivateBuilder.class);
    registry.layer(Concat.class, ConcatBuilder.class);
    registry.layer(DropPath.class, DropPathBuilder.class);
    registry.layer(Multiply.class, MultiplyBuilder.class);
    registry.layer(PassThrough.class, PassThroughBuilder.class);
    registry.layer(SpatialDropout.class, SpatialDropoutBuilder.class);
  }

  private static void imageLayers(PluginRegistry registry) {
    registry.layer(AveragePool2d.class, AveragePool2dBuilder.class);
    registry.layer(BatchNorm.class, BatchNormBuilder.class);
    registry.layer(Conv2d.class, Conv2dBuilder.class);
    registry.layer(DepthwiseConv2d.class, DepthwiseConv2dBuilder.class);
    registry.layer(GlobalAveragePool.class, GlobalAveragePoolBuilder.class);
    registry.layer(MaxPool2d.class, MaxPool2dBuilder.class);
    registry.layer(PadImage.class, PadImageBuilder.class);
    registry.layer(Subsample.class, SubsampleBuilder.class);
    registry.layer(TakeChannels.class, TakeChannelsBuilder.class);
    registry.layer(Zeros.class, ZerosBuilder.class);
  }
}
