package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.testkit.space.ReferenceSpace;

/** A search with enough trials that memory growing too fast no longer fits into the heap. */
final class LongSearch {
  private static final int ASKED_AFTERWARDS = 3;

  private final ControllerContract contract;
  private final SearchSpace space;

  private LongSearch(ControllerContract contract) {
    this.contract = contract;
    this.space =
        contract.serves().contains(ReferenceSpace.HUGE)
            ? ReferenceSpace.HUGE.space()
            : contract.space();
  }

  /** Returns the errors found, one line each. */
  static List<String> troubles(ControllerContract contract) {
    try {
      return new LongSearch(contract).run();
    } catch (OutOfMemoryError e) {
      return List.of(
          "The controller needs more than %d MiB for %d trials; keep less of each, or override heap()."
              .formatted(contract.heap(), contract.manyTrials()));
    } catch (RuntimeException | AssertionError e) {
      return List.of(e.toString().replaceAll("\\R", " "));
    }
  }

  private List<String> run() {
    List<String> troubles = new ArrayList<>();
    try (Controller controller = contract.controller(space, new RandomStreams(1))) {
      int trials =
          Searches.run(
                  controller,
                  contract.manyTrials(),
                  contract.results(SyntheticResults::mostlyCompleted))
              .size();
      byte[] snapshot = controller.snapshot();
      if (snapshot.length > contract.largestSnapshot(trials)) {
        troubles.add(
            "The snapshot after %d trials has %d bytes, more than largestSnapshot (%d)."
                .formatted(trials, snapshot.length, contract.largestSnapshot(trials)));
      }
      List<Proposal> next = controller.ask(ASKED_AFTERWARDS);
      List<Proposal> continued = continued(snapshot);
      if (!continued.equals(next)) {
        troubles.add(
            "After %d trials comes %s, but %s after a restored snapshot."
                .formatted(trials, next, continued));
      }
    }
    return troubles;
  }

  private List<Proposal> continued(byte[] snapshot) {
    try (Controller fresh = contract.controller(space, new RandomStreams(1))) {
      fresh.restore(snapshot);
      return fresh.ask(ASKED_AFTERWARDS);
    }
  }
}
