package org.espalier.nas.tf.training;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.testkit.EvaluatorContract;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.OneShotWeights;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class OneShotContractTest {
  private static final TableDataset BLOBS = TableDataset.blobs(3, TensorShape.of(4), 60, 30);
  private static final NetworkSpec NORMED =
      network(
          new Dense(8, Activation.RELU), BatchNorm.standard(), new Dense(3, Activation.SOFTMAX));
  private static final NetworkSpec PLAIN =
      network(new Dense(8, Activation.RELU), new Dense(3, Activation.SOFTMAX));
  private static final NetworkSpec GIANT =
      network(new Dense(4_000_000, Activation.RELU), new Dense(3, Activation.SOFTMAX));
  private static final FixedNetworks SPACE = new FixedNetworks(List.of(NORMED, PLAIN));
  private static final FixedNetworks WITH_A_GIANT =
      new FixedNetworks(List.of(NORMED, PLAIN, GIANT));

  private static NetworkSpec network(LayerSpec... layers) {
    return new NetworkSpec(TensorShape.of(4), List.of(layers));
  }

  @Nested
  class Correct extends OfBlobs {
    Correct() {
      super(OneShotSettings.Variant.CORRECT, 3, true);
    }
  }

  @Nested
  class AsPublished extends OfBlobs {
    AsPublished() {
      super(OneShotSettings.Variant.AS_PUBLISHED, 0, true);
    }
  }

  @Nested
  class WithoutSharing extends OfBlobs {
    WithoutSharing() {
      super(OneShotSettings.Variant.CORRECT, 1, false);
    }

    @Override
    protected boolean longerTrialsBeginAlike() {
      return true;
    }
  }

  abstract static class OfBlobs extends EvaluatorContract {
    private final OneShotSettings settings;
    @TempDir Path run;
    private OneShotWeights shared;

    OfBlobs(OneShotSettings.Variant variant, int steps, boolean sharing) {
      this.settings =
          new OneShotSettings(
              variant, steps, 0, sharing, SettingsOf.defaults().memoryLimit(100).settings());
    }

    @Override
    protected synchronized Evaluator evaluator() {
      if (shared == null) {
        shared = new OneShotWeights(new FolderArtifacts(run));
      }
      return new OneShotEvaluator(
          settings,
          WITH_A_GIANT,
          BLOBS,
          new RandomStreams(1),
          shared,
          StandardLayers.implementations());
    }

    @Override
    protected List<StudyListener> listeners() {
      return List.of(shared);
    }

    @Override
    protected SearchSpace space() {
      return SPACE;
    }

    @Override
    protected List<Proposal> unusable() {
      return List.of(Proposal.of(WITH_A_GIANT.architecture(2), fidelity()));
    }

    @Override
    protected boolean drawsFromTheSeed() {
      return true;
    }
  }
}
