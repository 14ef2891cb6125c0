package org.espalier.nas.analysis.markup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Style sheets and scripts, inlined so that a page is a single file. */
public final class InlineResource {

  private InlineResource() {}

  /** Returns the style sheet of all pages. */
  public static String pageStyle() {
    return resource(InlineResource.class, "page.css");
  }

  /** Returns the script that shows tooltips. */
  public static String tooltipScript() {
    return resource(InlineResource.class, "tooltip.js");
  }

  /**
   * Returns a resource as a CDATA section.
   *
   * @param beside a class in the same package
   * @param name file name
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
