package org.espalier.nas.api;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A frozen network that cannot compute the features of an experiment's images.
 *
 * <p>The program reports it at the place of the setting in the experiment file.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class InvalidBackboneException extends NasException {
  private static final long serialVersionUID = 1L;

  /** The key below {@code backbone}. */
  private final String setting;

  /**
   * Creates the error.
   *
   * @param setting the key below {@code backbone}, such as {@code output}
   * @param message the fault and its fix
   */
  public InvalidBackboneException(String setting, String message) {
    super(message);
    this.setting = Objects.requireNonNull(setting);
  }

  /**
   * Creates the error with its cause.
   *
   * @param setting the key below {@code backbone}, such as {@code output}
   * @param message the fault and its fix
   */
  public InvalidBackboneException(String setting, String message, Throwable cause) {
    super(message, cause);
    this.setting = Objects.requireNonNull(setting);
  }

  /** {@return the key below {@code backbone}} */
  public String setting() {
    return setting;
  }
}
