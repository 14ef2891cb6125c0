package org.espalier.nas.cli.author;

import java.util.Locale;
import org.espalier.nas.api.plugin.ComponentKind;

/** A kind of component for which a new plugin has a template. */
public enum PluginKind {
  /** A search algorithm. */
  CONTROLLER,
  /** A set of architectures. */
  SEARCH_SPACE,
  /** What is maximised. */
  REWARD,
  /** What finds out how good an architecture is. */
  EVALUATOR;

  /** Returns the kind of component. */
  public ComponentKind<?> component() {
    return switch (this) {
      case CONTROLLER -> ComponentKind.CONTROLLER;
      case SEARCH_SPACE -> ComponentKind.SEARCH_SPACE;
      case REWARD -> ComponentKind.REWARD;
      case EVALUATOR -> ComponentKind.EVALUATOR;
    };
  }

  /** Returns the key of the kind in experiment files: {@code searchSpace}. */
  @Override
  public String toString() {
    return component().key();
  }

  /** Returns the kind with its article: {@code an evaluator}. */
  public String described() {
    return (this == EVALUATOR ? "an " : "a ") + title();
  }

  /** Returns the kind as words: {@code search space}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
