package org.espalier.nas.benchmark.controller;

/**
 * A controller with its settings.
 *
 * @param id the id in experiment files
 * @param settings the other keys in YAML, in the flow style, without braces; possibly none
 */
public record ControllerUnderTest(String id, String settings) {

  /** Reads {@code tpe} or {@code tpe: {multivariate: true}}. */
  public static ControllerUnderTest parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new ControllerUnderTest(text.strip(), "");
    }
    String braced = text.substring(colon + 1).strip();
    if (!braced.startsWith("{") || !braced.endsWith("}")) {
      throw new IllegalArgumentException(
          "controller (%s) must be an id or have the form 'id: {key: value}'.".formatted(text));
    }
    return new ControllerUnderTest(
        text.substring(0, colon).strip(), braced.substring(1, braced.length() - 1).strip());
  }

  /** Returns the name in tables, without commas and spaces: {@code tpe{multivariate:true}}. */
  public String label() {
    return settings.isEmpty() ? id : id + "{" + settings.replace(" ", "").replace(",", ";") + "}";
  }

  /** Returns the value of the key {@code controller} in an experiment file. */
  public String yaml() {
    return "{type: %s%s}".formatted(id, settings.isEmpty() ? "" : ", " + settings);
  }
}
