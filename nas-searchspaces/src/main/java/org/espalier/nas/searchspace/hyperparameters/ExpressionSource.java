package org.espalier.nas.searchspace.hyperparameters;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;

/**
 * The text of a condition or constraint and its location.
 *
 * @param setting the path of the setting that contains it
 * @param title its name in messages
 * @param text the expression
 */
record ExpressionSource(String setting, String title, String text) {

  ExpressionSource {
    Objects.requireNonNull(setting);
    Objects.requireNonNull(title);
    Objects.requireNonNull(text);
  }

  /**
   * Creates an exception for an error in the expression; the message names the error and its fix.
   */
  InvalidSettingException error(int position, String message) {
    return new InvalidSettingException(
        setting, "%s, character %d of \"%s\": %s".formatted(title, position + 1, text, message));
  }
}
