package org.espalier.nas.experiment.text;

import java.util.Locale;

/** Names of constants and variants as they stand in experiment files: lower case with hyphens. */
public final class Labels {

  private Labels() {}

  /** The label of an enum's constant: {@code Z_SCORE} is {@code z-score}. */
  public static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The label of a variant of a sealed setting: {@code FillIn} is {@code fill-in}. */
  public static String variant(Class<?> variant) {
    return variant
        .getSimpleName()
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }
}
