package org.espalier.nas.experiment.file;

import java.util.Objects;

/**
 * A component as an experiment names it.
 *
 * @param <T> what it is
 * @param type its id
 * @param config its own settings
 */
@SuppressWarnings("UnusedTypeParameter") // The binder reads from it which kind is wanted.
public record Component<T>(String type, Record config) {

  /** Checks that both are there. */
  public Component {
    Objects.requireNonNull(type);
    Objects.requireNonNull(config);
  }
}
