package org.espalier.nas.analysis.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements that are well-formed both as HTML and as XML; every text is escaped.
 *
 * <p>Attributes are given as names and values in turn.
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

  /** An element with text in it. */
  public Markup leaf(String tag, String content, String... attributes) {
    return open(tag, attributes).text(content).close();
  }

  /** An element with nothing in it: of SVG, or one that HTML calls void. */
  public Markup empty(String tag, String... attributes) {
    start(tag, attributes).append("/>");
    return this;
  }

  /** Text, escaped. */
  public Markup text(String content) {
    text.append(Escaping.markup(content));
    return this;
  }

  /** Markup that is known to be well-formed and safe, as it is. */
  public Markup trusted(String markup) {
    text.append(markup);
    return this;
  }

  /** What was written. */
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
