package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;

/**
 * A {@link ControllerContract} whose controller's proposals must not change over time.
 *
 * <p>A hash of the proposals over all spaces that the contract serves, under a fixed seed and fixed
 * results, is recorded in the test class. Numbers are rounded to nine digits, so that the hash is
 * the same on every machine; a controller that computes with a native library in single precision
 * should be recorded with a policy in plain Java.
 */
public interface Permanence {

  /**
   * Returns the recorded hash; empty if none is recorded, and then the check reports the hash to
   * record.
   */
  String recordedBehaviour();

  /** Checks that the proposals equal those at the time of recording. */
  @Test
  default void behaviourIsAsRecorded() {
    ControllerContract contract = ControllerContract.of(this);
    contract.within(
        () -> {
          String behaviour = Behaviour.hash(contract);
          String recorded = recordedBehaviour();
          assumeFalse(
              recorded.isEmpty(),
              () ->
                  "No behaviour is recorded. Let recordedBehaviour() return \"%s\"."
                      .formatted(behaviour));
          assertThat(behaviour)
              .withFailMessage(
                  "The controller proposes other architectures than it did: its behaviour is now"
                      + " \"%s\", recorded was \"%s\". If that is not on purpose, mend it. If it"
                      + " is, let recordedBehaviour() return the new one and say in the change log"
                      + " that searches begun with an older version do not continue as they would"
                      + " have.",
                  behaviour, recorded)
              .isEqualTo(recorded);
        });
  }
}
