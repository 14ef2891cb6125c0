package org.espalier.nas.cli.author;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.espalier.nas.api.InvalidSettingException;

/**
 * The names of a plugin and its parts.
 *
 * @param id id in experiment files: {@code hill-climber}
 * @param packageName the package of its classes
 */
public record PluginNames(String id, String packageName) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Checks that the names are valid in Java and in experiment files. */
  public PluginNames {
    if (!ID.matcher(id).matches()) {
      throw new InvalidSettingException(
          "name",
          "The name (%s) must be in lower case, digits and hyphens, such as hill-climber."
              .formatted(id));
    }
    if (!SourceVersion.isName(packageName)
        || !packageName.equals(packageName.toLowerCase(Locale.ROOT))) {
      throw new InvalidSettingException(
          "package",
          "The package (%s) must be one that Java allows, in lower case, such as org.example.climber."
              .formatted(packageName));
    }
  }

  /** Returns the names of a plugin in its own package below {@code org.example}. */
  public static PluginNames of(String id) {
    String last = id.replace("-", "");
    return new PluginNames(
        id, "org.example." + (SourceVersion.isKeyword(last) ? last + "plugin" : last));
  }

  /** Returns the prefix of its class names: {@code HillClimber}. */
  String className() {
    return Arrays.stream(id.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** Returns the folder of its classes: {@code org/example/hillclimber}. */
  String path() {
    return packageName.replace('.', '/');
  }
}
