package org.espalier.nas.cli.author;

import java.util.Locale;
import org.espalier.nas.api.plugin.ComponentKind;

/** What a new plugin is to bring. */
public enum PluginKind {
  /** A search algorithm. */
  CONTROLLER,
  /** A set of architectures. */
  SEARCH_SPACE,
  /** What is maximised. */
  REWARD,
  /** What finds out how good an architecture is. */
  EVALUATOR;

  /** The kind of component. */
  public ComponentKind<?> component() {
    return switch (this) {
      case CONTROLLER -> ComponentKind.CONTROLLER;
      case SEARCH_SPACE -> ComponentKind.SEARCH_SPACE;
      case REWARD -> ComponentKind.REWARD;
      case EVALUATOR -> ComponentKind.EVALUATOR;
    };
  }

  /** As it is typed: {@code search-space}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As it is spoken of: {@code an evaluator}. */
  public String described() {
    return (this == EVALUATOR ? "an " : "a ") + title();
  }

  /** As it stands in a sentence: {@code search space}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
