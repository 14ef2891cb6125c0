package org.espalier.nas.analysis.run;

import java.util.Objects;

/**
 * Which run it is.
 *
 * @param name the experiment's name
 * @param id what tells it from other runs of the same experiment
 * @param status how it stands, for a person: {@code finished}, {@code interrupted}, …
 * @param seed the seed from which all its randomness derives
 */
public record RunIdentity(String name, String id, String status, long seed) {

  /** Checks that all are there. */
  public RunIdentity {
    Objects.requireNonNull(name);
    Objects.requireNonNull(id);
    Objects.requireNonNull(status);
  }
}
