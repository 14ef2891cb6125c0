package org.espalier.nas.experiment.plugin;

import java.util.Optional;

/** A check of the config record of a component. */
@FunctionalInterface
public interface ConfigRule {

  /** Returns the error in a config record, and its fix; empty if it is valid. */
  Optional<String> problem(Class<? extends Record> config);
}
