package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;

/**
 * A {@link ControllerContract} whose controller is to propose tomorrow what it proposes today.
 *
 * <p>A hash of the proposals over all spaces that the contract serves, under one seed and results
 * that never change, is recorded in the test class. Numbers count to nine digits, so that the hash
 * is the same on every machine; a controller that computes with a native library in single
 * precision is better recorded with a policy in plain Java.
 */
public interface Permanence {

  /** The recorded hash; empty as long as none is, and then the check names what to record. */
  String recordedBehaviour();

  /** The controller proposes what it proposed when its behaviour was recorded. */
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
