package org.espalier.nas.api;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A setting of a component whose value the component does not accept.
 *
 * <p>Config records throw it from their compact constructor; the program reports it at the
 * setting's place in the experiment file.
 */
@API(status = MAINTAINED, since = "0.1")
public final class InvalidSettingException extends NasException {
  private static final long serialVersionUID = 1L;

  /** The name of the record component whose value is wrong. */
  private final String setting;

  /**
   * Creates the error.
   *
   * @param setting the name of the record component, as written in the experiment file
   * @param message the fault and its fix, for example {@code "batch (0) must be positive."}
   */
  public InvalidSettingException(String setting, String message) {
    super(message);
    this.setting = Objects.requireNonNull(setting);
  }

  /** {@return the name of the record component whose value is wrong} */
  public String setting() {
    return setting;
  }
}
