package org.espalier.nas.experiment.text;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;

/** Explanations of invalid paths. */
public final class PathReason {
  private static final String ENCODING = "sun.jnu.encoding";

  private PathReason() {}

  /** Returns the reason without a full stop; it names the locale if that is the cause. */
  public static String of(InvalidPathException error) {
    return of(error, System.getProperty(ENCODING, "UTF-8"));
  }

  static String of(InvalidPathException error, String charset) {
    return canEncode(charset, error.getInput())
        ? error.getReason()
        : "the locale of this process has the character set %s, which lacks some of these characters; set LC_ALL=C.UTF-8"
            .formatted(charset);
  }

  private static boolean canEncode(String charset, String text) {
    try {
      return Charset.forName(charset).newEncoder().canEncode(text);
    } catch (IllegalCharsetNameException
        | UnsupportedCharsetException
        | UnsupportedOperationException unknown) {
      return true;
    }
  }
}
