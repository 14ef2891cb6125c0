package org.espalier.nas.analysis.markup;

import java.util.Locale;

/** Capitalization of headings and sentences. */
public final class Capitalization {

  private Capitalization() {}

  /** Returns a text with an upper-case first letter. */
  public static String of(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
