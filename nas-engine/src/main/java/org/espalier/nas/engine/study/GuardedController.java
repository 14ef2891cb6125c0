package org.espalier.nas.engine.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.controller.Plan;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** A controller whose failures name the failed call and the last trial. */
final class GuardedController implements Controller {
  private final Controller controller;
  private int told;

  GuardedController(Controller controller) {
    this.controller = controller;
  }

  /** The trials up to this number were told before the state that is restored. */
  void toldBefore(int number) {
    told = number;
  }

  @Override
  public List<Proposal> ask(int count) {
    return guarded("ask(" + count + ")", () -> List.copyOf(controller.ask(count)));
  }

  @Override
  public void tell(List<TrialResult> results) {
    guarded(
        "tell(trial " + results.get(0).trial().number() + ")",
        () -> {
          controller.tell(results);
          return this;
        });
    told = results.get(results.size() - 1).trial().number();
  }

  @Override
  public void observe(List<TrialResult> results) {
    guarded(
        "observe(trial " + results.get(0).trial().number() + ")",
        () -> {
          controller.observe(results);
          return this;
        });
    told = results.get(results.size() - 1).trial().number();
  }

  @Override
  public int batch() {
    return guarded("batch()", controller::batch);
  }

  @Override
  public byte[] snapshot() {
    return guarded("snapshot()", controller::snapshot);
  }

  @Override
  public void restore(byte[] snapshot) {
    guarded(
        "restore()",
        () -> {
          controller.restore(snapshot);
          return this;
        });
  }

  @Override
  public Map<String, Double> diagnostics() {
    return guarded("diagnostics()", () -> Map.copyOf(controller.diagnostics()));
  }

  @Override
  public boolean continuesTrials() {
    return guarded("continuesTrials()", controller::continuesTrials);
  }

  @Override
  public Set<Integer> continuable() {
    return guarded("continuable()", () -> Set.copyOf(controller.continuable()));
  }

  @Override
  public Optional<Plan> plan() {
    return guarded("plan()", controller::plan);
  }

  @Override
  public void close() {
    controller.close();
  }

  private <T> T guarded(String call, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      throw new ControllerException(call, told, failure);
    }
  }
}
