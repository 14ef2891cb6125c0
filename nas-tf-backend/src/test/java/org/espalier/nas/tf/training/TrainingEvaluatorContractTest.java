package org.espalier.nas.tf.training;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.testkit.EvaluatorContract;
import org.espalier.nas.tf.checkpoint.TrialCheckpoints;
import org.espalier.nas.tf.layer.StandardLayers;
import org.espalier.nas.tf.sharing.SharedWeights;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class TrainingEvaluatorContractTest {
  private static final TableDataset BLOBS = TableDataset.blobs(3, TensorShape.of(4), 60, 30);
  private static final NetworkSpec PLAIN =
      network(new Dense(8, Activation.RELU), new Dense(3, Activation.SOFTMAX));
  private static final NetworkSpec DROPPING =
      network(new Dense(8, Activation.RELU), new Dropout(0.2), new Dense(3, Activation.SOFTMAX));
  private static final NetworkSpec GIANT =
      network(new Dense(4_000_000, Activation.RELU), new Dense(3, Activation.SOFTMAX));
  private static final FixedNetworks SPACE = new FixedNetworks(List.of(PLAIN, DROPPING));
  private static final FixedNetworks WITH_A_GIANT =
      new FixedNetworks(List.of(PLAIN, DROPPING, GIANT));

  private static NetworkSpec network(LayerSpec... layers) {
    return new NetworkSpec(TensorShape.of(4), List.of(layers));
  }

  @Nested
  class EachFromScratch extends OfBlobs {
    EachFromScratch() {
      super(SettingsOf.defaults());
    }
  }

  @Nested
  class SharingWeights extends OfBlobs {
    SharingWeights() {
      super(SettingsOf.defaults().sharing());
    }
  }

  /** Trials that continue a lost one are trained again from the first epoch. */
  @Nested
  class OnFolds extends OfBlobs {
    OnFolds() {
      super(SettingsOf.defaults(), FoldedDataset.blobs(2));
    }

    @Override
    protected List<Proposal> unusable() {
      return super.unusable().subList(0, 1);
    }
  }

  abstract static class OfBlobs extends EvaluatorContract {
    private final TrainingSettings settings;
    private final Dataset dataset;
    @TempDir Path run;
    private SharedWeights shared;
    private TrialCheckpoints checkpoints;

    OfBlobs(SettingsOf settings) {
      this(settings, BLOBS);
    }

    OfBlobs(SettingsOf settings, Dataset dataset) {
      this.dataset = dataset;
      this.settings = settings.memoryLimit(100).settings();
    }

    @Override
    protected synchronized Evaluator evaluator() {
      if (shared == null) {
        shared = new SharedWeights(new FolderArtifacts(run));
        checkpoints = new TrialCheckpoints(new FolderArtifacts(run));
      }
      return new TrainingEvaluator(
          settings,
          WITH_A_GIANT,
          dataset,
          new RandomStreams(1),
          shared,
          checkpoints,
          StandardLayers.implementations());
    }

    @Override
    protected List<StudyListener> listeners() {
      return List.of(shared, checkpoints);
    }

    @Override
    protected SearchSpace space() {
      return SPACE;
    }

    @Override
    protected List<Proposal> unusable() {
      Proposal tooLarge = Proposal.of(WITH_A_GIANT.architecture(2), fidelity());
      Proposal lost = new Proposal(SPACE.architecture(0), fidelity(), 1, null);
      return List.of(tooLarge, lost);
    }

    @Override
    protected boolean drawsFromTheSeed() {
      return true;
    }

    @Override
    protected boolean longerTrialsBeginAlike() {
      return true;
    }
  }
}
