package org.espalier.nas.controller.bohb;

import java.util.List;
import java.util.function.LongFunction;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.controller.bohb.KernelModelSettings.Bandwidth;
import org.espalier.nas.controller.hyperband.Rounding;
import org.espalier.nas.problem.ConditionalProblems;
import org.espalier.nas.problem.RealFunction;
import org.espalier.nas.problem.ReferenceProblem;
import org.espalier.nas.testkit.BeatsRandom;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.Permanence;
import org.junit.jupiter.api.Nested;

class BohbControllerContractTest {

  /**
   * Contract of a controller that proposes promoted architectures again, with more epochs. Each
   * draw weighs candidates by every result, so the long search is shorter.
   */
  private abstract static class Bohb extends ControllerContract {
    private final int epochs;
    private final int batch;
    private final KernelModelSettings model;

    Bohb(int epochs, int batch, KernelModelSettings model) {
      this.epochs = epochs;
      this.batch = batch;
      this.model = model;
    }

    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      return new BohbController(
          new BohbSettings(0, 1, 3, 0, Rounding.PAPER, true, batch, model),
          space,
          streams,
          Fidelity.epochs(epochs));
    }

    @Override
    protected boolean avoidsRepeats() {
      return false;
    }

    @Override
    protected int manyTrials() {
      return 200;
    }
  }

  @Nested
  class OfSeveralFidelities extends Bohb implements Permanence {
    OfSeveralFidelities() {
      super(9, 8, standard());
    }

    @Override
    public String recordedBehaviour() {
      return BohbController.class.getAnnotation(BehaviourVersion.class).value()[0];
    }
  }

  /** Trains all epochs at once, so that the model alone has to beat random search. */
  @Nested
  class OfOneFidelity extends Bohb implements BeatsRandom {
    OfOneFidelity() {
      super(1, 1, standard());
    }

    @Override
    public List<LongFunction<ReferenceProblem>> problems() {
      return List.of(RealFunction.hartmann6()::plain, ConditionalProblems::tree);
    }

    @Override
    public int trialsAgainstRandom() {
      return 80;
    }
  }

  @Nested
  class OfTheAuthors extends Bohb {
    OfTheAuthors() {
      super(9, 1, ofTheAuthors());
    }
  }

  private static KernelModelSettings standard() {
    return new KernelModelSettings(
        0.3333, 0.1, 10, 0.15, 64, 0, 1, Bandwidth.NEIGHBOURS, Bandwidth.SCOTT, 1, 0.001);
  }

  private static KernelModelSettings ofTheAuthors() {
    return new KernelModelSettings(
        0.3333,
        0.3333,
        10,
        0.15,
        64,
        0,
        0,
        Bandwidth.NORMAL_REFERENCE,
        Bandwidth.NORMAL_REFERENCE,
        3,
        0.001);
  }
}
