package org.espalier.nas.analysis.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Style sheets and scripts as pages carry them, so that they need no other file. */
public final class Inlined {

  private Inlined() {}

  /** The style sheet that all pages have. */
  public static String pageStyle() {
    return resource(Inlined.class, "page.css");
  }

  /**
   * A resource, marked so that an XML parser takes its characters as they are.
   *
   * @param beside the class that it lies beside
   * @param name of the file
   */
  public static String resource(Class<?> beside, String name) {
    try (InputStream resource = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return "/*<![CDATA[*/\n" + text + "/*]]>*/";
    } catch (IOException e) {
      throw new UncheckedIOException("The resource " + name + " cannot be read.", e);
    }
  }
}
