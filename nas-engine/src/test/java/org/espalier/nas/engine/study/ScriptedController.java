package org.espalier.nas.engine.study;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** Makes given proposals, one at a time, and then no more; may continue all that it was told. */
final class ScriptedController implements Controller {
  private final List<Proposal> script;
  private final boolean continues;
  private final int forgets;
  private int asked;
  private int told;

  ScriptedController(List<Proposal> script) {
    this(script, true, 0);
  }

  /**
   * Creates a controller.
   *
   * @param continues true if it declares that it continues trials
   * @param forgets the trial that it says it never continues; 0 for none
   */
  ScriptedController(List<Proposal> script, boolean continues, int forgets) {
    this.script = List.copyOf(script);
    this.continues = continues;
    this.forgets = forgets;
  }

  static Proposal fresh(SearchSpace space, int epochs) {
    return Proposal.of(space.sample(new SplittableRandom(1)), Fidelity.epochs(epochs));
  }

  static Proposal continuing(SearchSpace space, int parent, int epochs) {
    return new Proposal(
        space.sample(new SplittableRandom(1)), Fidelity.epochs(epochs), parent, null);
  }

  @Override
  public List<Proposal> ask(int count) {
    return asked == script.size() ? List.of() : List.of(script.get(asked++));
  }

  @Override
  public void tell(List<TrialResult> results) {
    told += results.size();
  }

  @Override
  public int batch() {
    return 1;
  }

  @Override
  public boolean continuesTrials() {
    return continues;
  }

  @Override
  public Set<Integer> continuable() {
    return IntStream.rangeClosed(1, told)
        .filter(trial -> trial != forgets)
        .boxed()
        .collect(Collectors.toSet());
  }

  @Override
  public byte[] snapshot() {
    return new byte[] {(byte) asked, (byte) told};
  }

  @Override
  public void restore(byte[] snapshot) {
    asked = snapshot[0];
    told = snapshot[1];
  }
}
