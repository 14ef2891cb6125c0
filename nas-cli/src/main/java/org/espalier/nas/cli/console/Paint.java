package org.espalier.nas.cli.console;

/**
 * Colours for people at a terminal.
 *
 * @param on whether to colour at all; text is left as it is where not
 */
public record Paint(boolean on) {

  /** No colours. */
  public static Paint none() {
    return new Paint(false);
  }

  /** What went wrong. */
  public String error(String text) {
    return coded(31, text);
  }

  /** What should be looked at. */
  public String warning(String text) {
    return coded(33, text);
  }

  /** What begins something. */
  public String heading(String text) {
    return coded(1, text);
  }

  private String coded(int code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
