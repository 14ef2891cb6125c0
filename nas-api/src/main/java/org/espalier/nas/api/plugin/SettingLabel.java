package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Locale;
import org.apiguardian.api.API;

/** Names of constants and variants in experiment files: lower case with hyphens. */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SettingLabel {

  private SettingLabel() {}

  /** Returns the label of an enum's constant: {@code Z_SCORE} is {@code z-score}. */
  public static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the label of a variant of a sealed setting: {@code FillIn} is {@code fill-in}. The name
   * of the interface at its end is dropped: the {@code Parameter} {@code RealParameter} is {@code
   * real}.
   *
   * @param variant a record that the sealed interface permits
   */
  public static String variant(Class<?> variant) {
    String name = variant.getSimpleName();
    for (Class<?> sealed : variant.getInterfaces()) {
      String suffix = sealed.getSimpleName();
      if (name.endsWith(suffix) && name.length() > suffix.length()) {
        name = name.substring(0, name.length() - suffix.length());
      }
    }
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
