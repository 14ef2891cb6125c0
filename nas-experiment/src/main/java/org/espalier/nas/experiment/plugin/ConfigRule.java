package org.espalier.nas.experiment.plugin;

import java.util.Optional;

/** Finds what is wrong with the config record of a component. */
@FunctionalInterface
public interface ConfigRule {

  /** What is wrong with a config record and what would mend it; empty if it is sound. */
  Optional<String> problem(Class<? extends Record> config);
}
