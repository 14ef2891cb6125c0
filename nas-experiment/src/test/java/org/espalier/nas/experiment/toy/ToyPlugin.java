package org.espalier.nas.experiment.toy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.evaluation.StoppingRule;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** One or two components of each kind. */
public final class ToyPlugin implements NasPlugin {

  /** Settings of the other components. */
  public record Small(@Default("validation.accuracy") String metric) {}

  /** Described when a file is validated, never trained on. */
  private static final class ToyDataset implements Dataset {
    @Inject
    ToyDataset() {}

    @Override
    public DatasetInfo info() {
      return new DatasetInfo.Tabular(
          "toy",
          new Task.Classification("y", List.of("a", "b")),
          TensorShape.of(1),
          List.of(Feature.raw("x")),
          Map.of(),
          "hash");
    }

    @Override
    public Examples examples(Part part) {
      throw new IllegalStateException();
    }
  }

  /** Never created: files are only read against it. */
  private static final class ToySearchSpace implements SearchSpace {
    @Inject
    ToySearchSpace() {}

    @Override
    public List<Decision> decisions() {
      throw new IllegalStateException();
    }

    @Override
    public Optional<Decision> next(Architecture made) {
      throw new IllegalStateException();
    }
  }

  /** Never created: files are only read against it. */
  private static final class ToyController implements Controller {
    @Inject
    ToyController() {}

    @Override
    public List<Proposal> ask(int count) {
      throw new IllegalStateException();
    }

    @Override
    public void tell(List<TrialResult> results) {
      throw new IllegalStateException();
    }

    @Override
    public byte[] snapshot() {
      throw new IllegalStateException();
    }

    @Override
    public void restore(byte[] snapshot) {
      throw new IllegalStateException();
    }
  }

  /** Never created: files are only read against it. */
  private static final class ToyEvaluator implements Evaluator {
    @Inject
    ToyEvaluator() {}

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      throw new IllegalStateException();
    }
  }

  /** Never created: files are only read against it. */
  private static final class ToyReward implements Reward {
    @Inject
    ToyReward() {}

    @Override
    public double of(Outcome outcome) {
      throw new IllegalStateException();
    }
  }

  /** Never created: files are only read against it. */
  private static final class ToyStoppingRule implements StoppingRule {
    @Inject
    ToyStoppingRule() {}

    @Override
    public Optional<String> reasonToStop(
        Trial trial, List<Measurement> measured, List<TrialResult> known) {
      throw new IllegalStateException();
    }
  }

  /** Never created: files are only read against it. */
  private static final class ToyStudyListener implements StudyListener {
    @Inject
    ToyStudyListener() {}
  }

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(ComponentKind.DATASET, "moons", ToyDataset.class, Small.class);
    registry.component(ComponentKind.SEARCH_SPACE, "grid", ToySearchSpace.class, Small.class);
    registry.component(ComponentKind.CONTROLLER, "random", ToyController.class, NoSettings.class);
    registry.component(
        ComponentKind.CONTROLLER, "reinforce", ToyController.class, ToySettings.class);
    registry.component(ComponentKind.EVALUATOR, "table", ToyEvaluator.class, Small.class);
    registry.component(ComponentKind.REWARD, "metric", ToyReward.class, Small.class);
    registry.component(ComponentKind.STOPPING, "none", ToyStoppingRule.class, NoSettings.class);
    registry.component(ComponentKind.CALLBACK, "journal", ToyStudyListener.class, Small.class);
  }
}
