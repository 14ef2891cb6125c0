package org.espalier.nas.tf.policy;

import java.util.Set;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.training.Adam;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.reinforce.BaselineSettings;
import org.espalier.nas.controller.reinforce.ReinforceController;
import org.espalier.nas.controller.reinforce.ReinforceSettings;
import org.espalier.nas.testkit.ControllerContract;
import org.junit.jupiter.api.Nested;

/** The contract for learned controllers with real networks of minimal size. */
class ReinforceControllerContractTest {

  private abstract static class Reinforce extends ControllerContract {
    private final ReinforceSettings.Variant variant;
    private final ReinforceSettings.Predictor predictor;
    private final ReinforceSettings.Cell cell;
    private final double exploration;

    Reinforce(ReinforceSettings.Variant variant, ReinforceSettings.Predictor predictor) {
      this(variant, predictor, ReinforceSettings.Cell.LSTM, 0);
    }

    Reinforce(
        ReinforceSettings.Variant variant,
        ReinforceSettings.Predictor predictor,
        ReinforceSettings.Cell cell,
        double exploration) {
      this.variant = variant;
      this.predictor = predictor;
      this.cell = cell;
      this.exploration = exploration;
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new ReinforceController(
          settings(variant, predictor, cell, exploration),
          space,
          streams,
          Fidelity.epochs(1),
          new TensorFlowPolicyNetworks());
    }

    /**
     * Returns a number large enough to see a snapshot grow; a policy in plain Java runs the search
     * of 10,000.
     */
    @Override
    protected int manyTrials() {
      return 300;
    }

    @Override
    protected Set<String> threadsThatStay() {
      return Set.of("JavaCPP Deallocator");
    }

    /** Returns the size of two batches and a part of the third. */
    @Override
    protected int trials() {
      return 10;
    }
  }

  @Nested
  class Screening extends Reinforce {
    Screening() {
      super(ReinforceSettings.Variant.CORRECT, ReinforceSettings.Predictor.SCREEN);
    }
  }

  @Nested
  class WithoutPredictor extends Reinforce {
    WithoutPredictor() {
      super(ReinforceSettings.Variant.CORRECT, ReinforceSettings.Predictor.OFF);
    }
  }

  @Nested
  class AsPublished extends Reinforce {
    AsPublished() {
      super(ReinforceSettings.Variant.AS_PUBLISHED, ReinforceSettings.Predictor.LOG);
    }
  }

  @Nested
  class NasCell extends Reinforce {
    NasCell() {
      super(
          ReinforceSettings.Variant.CORRECT,
          ReinforceSettings.Predictor.LOG,
          ReinforceSettings.Cell.NASCELL,
          0.3);
    }

    /** Returns a lower number, as a step of this cell takes longer. */
    @Override
    protected int manyTrials() {
      return 100;
    }
  }

  private static ReinforceSettings settings(
      ReinforceSettings.Variant variant,
      ReinforceSettings.Predictor predictor,
      ReinforceSettings.Cell cell,
      double exploration) {
    return new ReinforceSettings(
        variant,
        cell,
        4,
        2,
        0.9,
        new BaselineSettings(BaselineSettings.Type.MOVING_AVERAGE, 0.5, 0.9, 20),
        ReinforceSettings.Normalisation.Z_SCORE,
        0.01,
        0.2,
        predictor,
        1,
        3,
        null,
        null,
        exploration,
        0.9,
        1,
        0,
        4,
        3,
        0,
        new Adam(0.05, Schedule.constant(), 0.9, 0.999, 1e-7, 1),
        false,
        20,
        null,
        null,
        16);
  }
}
