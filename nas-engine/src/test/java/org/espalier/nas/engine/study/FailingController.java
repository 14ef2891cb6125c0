package org.espalier.nas.engine.study;

import java.util.List;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Works like another controller until it was told so many results. */
final class FailingController implements Controller {

  private final Controller working;
  private int tells;

  FailingController(Controller working, int tells) {
    this.working = working;
    this.tells = tells;
  }

  @Override
  public List<Proposal> ask(int count) {
    return working.ask(count);
  }

  @Override
  public void tell(List<TrialResult> results) {
    tells--;
    if (tells < 0) {
      throw new IllegalStateException("told too much");
    }
    working.tell(results);
  }

  @Override
  public byte[] snapshot() {
    return working.snapshot();
  }

  @Override
  public void restore(byte[] snapshot) {
    working.restore(snapshot);
  }
}
