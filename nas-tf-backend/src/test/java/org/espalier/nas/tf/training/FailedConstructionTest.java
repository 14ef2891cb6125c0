package org.espalier.nas.tf.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidHyperparameterException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.graph.NativeResources;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.LayerWeights;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.espalier.nas.tf.sharing.WeightArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts native objects of the process")
class FailedConstructionTest {
  private static final NetworkSpec NETWORK =
      new NetworkSpec(TensorShape.of(4), List.of(new Dense(3, Activation.SOFTMAX)));
  private static final TableDataset DATA = TableDataset.blobs(3, TensorShape.of(4), 60, 30);
  @TempDir Path run;

  private TrainingEvaluator evaluator(
      TrainingSettings settings, SearchSpace space, TableDataset data) {
    return new TrainingEvaluator(
        settings,
        space,
        data,
        new RandomStreams(1),
        new SharedWeights(new FolderArtifacts(run)),
        new TrialCheckpoints(new FolderArtifacts(run)),
        StandardLayers.implementations());
  }

  @Test
  void anEvaluatorOfUnknownHyperparametersLeavesNothingOpen() {
    SearchSpace space =
        new TunedNetworks(
            NETWORK, List.of(new Decision("no such setting", Categorical.of(List.of("a", "b")))));

    NativeResources.assertNoneLeftBy(() -> evaluator(SettingsOf.defaults().settings(), space, DATA))
        .isInstanceOf(InvalidHyperparameterException.class);
  }

  @Test
  void anEvaluatorWithoutTestPartLeavesNothingOpen() {
    TableDataset data = DATA.withoutTestPart();

    NativeResources.assertNoneLeftBy(
            () ->
                evaluator(
                    SettingsOf.defaults().measureTest().settings(),
                    new FixedNetworks(List.of(NETWORK)),
                    data))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void aNetworkThatInheritsUnfitWeightsLeavesNothingOpen() {
    LayerWeights biasOnly =
        new LayerWeights(Map.of("bias", new WeightArray(TensorShape.of(3), new float[3])));

    NativeResources.assertNoneLeftBy(
        () ->
            CandidateNetwork.build(
                StandardLayers.builders(),
                NETWORK,
                DATA.info().task(),
                SettingsOf.defaults().settings(),
                null,
                Construction.of(1, Map.of("layer0", biasOnly), 0)));
  }
}
