package org.espalier.nas.cli.console;

/**
 * Colours of text on a terminal.
 *
 * @param on true to add colours; otherwise text is unchanged
 */
public record Paint(boolean on) {

  /** No colours. */
  public static Paint none() {
    return new Paint(false);
  }

  /** Colours an error. */
  public String error(String text) {
    return coded(31, text);
  }

  /** Colours a warning. */
  public String warning(String text) {
    return coded(33, text);
  }

  /** Colours a heading. */
  public String heading(String text) {
    return coded(1, text);
  }

  private String coded(int code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
