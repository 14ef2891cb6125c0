package org.espalier.nas.experiment.file;

import java.util.Objects;

/**
 * A component as an experiment names it.
 *
 * @param <T> type of the component
 * @param type id of the component
 * @param config settings of the component
 */
@SuppressWarnings("UnusedTypeParameter") // The binder reads the wanted kind from it.
public record Component<T>(String type, Record config) {

  /** Checks that both are present. */
  public Component {
    Objects.requireNonNull(type);
    Objects.requireNonNull(config);
  }
}
