package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** A controller that passes mutable lists to another one. */
abstract class ChangeableLists implements Controller {
  private final Controller controller;

  ChangeableLists(Controller controller) {
    this.controller = controller;
  }

  /**
   * Runs after each tell.
   *
   * @param given the list passed to the controller
   * @param results its original elements
   */
  abstract void afterTelling(List<TrialResult> given, List<TrialResult> results);

  @Override
  public void tell(List<TrialResult> results) {
    List<TrialResult> given = new ArrayList<>(results);
    controller.tell(given);
    afterTelling(given, results);
  }

  @Override
  public List<Proposal> ask(int count) {
    return controller.ask(count);
  }

  @Override
  public int batch() {
    return controller.batch();
  }

  @Override
  public byte[] snapshot() {
    return controller.snapshot();
  }

  @Override
  public void restore(byte[] snapshot) {
    controller.restore(snapshot);
  }
}
