package org.espalier.nas.searchspace.hyperparameters;

import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;

/**
 * The text of a condition or constraint, with where it stands.
 *
 * @param setting the path of the setting that holds it
 * @param title what messages call it
 * @param text the expression
 */
record ExpressionSource(String setting, String title, String text) {

  ExpressionSource {
    Objects.requireNonNull(setting);
    Objects.requireNonNull(title);
    Objects.requireNonNull(text);
  }

  /** An error in it: what is wrong, and what would mend it. */
  InvalidSettingException error(int position, String message) {
    return new InvalidSettingException(
        setting, "%s, character %d of \"%s\": %s".formatted(title, position + 1, text, message));
  }
}
