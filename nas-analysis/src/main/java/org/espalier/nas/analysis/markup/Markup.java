package org.espalier.nas.analysis.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A writer of elements that are well-formed both as HTML and as XML. Text is escaped; attributes
 * are given as alternating names and values.
 */
public final class Markup {

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> openTags = new ArrayDeque<>();

  /** Opens an element. */
  public Markup open(String tag, String... attributes) {
    start(tag, attributes).append('>');
    openTags.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  public Markup close() {
    text.append("</").append(openTags.pop()).append('>');
    return this;
  }

  /** Writes an element that contains text. */
  public Markup leaf(String tag, String content, String... attributes) {
    return open(tag, attributes).text(content).close();
  }

  /** Writes an empty element: of SVG, or a void element of HTML. */
  public Markup empty(String tag, String... attributes) {
    start(tag, attributes).append("/>");
    return this;
  }

  /** Writes text, escaped. */
  public Markup text(String content) {
    text.append(Escaping.markup(content));
    return this;
  }

  /** Writes markup that is well-formed and safe, unescaped. */
  public Markup trusted(String markup) {
    text.append(markup);
    return this;
  }

  /** Returns the markup. */
  @Override
  public String toString() {
    if (!openTags.isEmpty()) {
      throw new IllegalStateException("Elements " + openTags + " are still open.");
    }
    return text.toString();
  }

  private StringBuilder start(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("An attribute of " + tag + " has no value.");
    }
    text.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(Escaping.markup(attributes[i + 1])).append('"');
    }
    return text;
  }
}
