package org.espalier.nas.engine.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Controller with snapshots so large that a study takes few of them. */
final class RarelySavedController implements Controller {

  private static final int PADDING = 3000;

  private final Controller controller;
  private int snapshots;

  RarelySavedController(Controller controller) {
    this.controller = controller;
  }

  /** Number of snapshots that were taken. */
  int snapshots() {
    return snapshots;
  }

  @Override
  public List<Proposal> ask(int count) {
    return controller.ask(count);
  }

  @Override
  public void tell(List<TrialResult> results) {
    controller.tell(results);
  }

  @Override
  public int batch() {
    return controller.batch();
  }

  @Override
  public Map<String, Double> diagnostics() {
    return controller.diagnostics();
  }

  @Override
  public byte[] snapshot() {
    snapshots++;
    byte[] state = controller.snapshot();
    return Arrays.copyOf(state, state.length + PADDING);
  }

  @Override
  public void restore(byte[] snapshot) {
    controller.restore(Arrays.copyOf(snapshot, snapshot.length - PADDING));
  }
}
