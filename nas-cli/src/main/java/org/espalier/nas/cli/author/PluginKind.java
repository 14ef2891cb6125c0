package org.espalier.nas.cli.author;

import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.plugin.ComponentKind;

/** A kind of component for which a new plugin has a template. */
public enum PluginKind {
  /** A search algorithm. */
  CONTROLLER,
  /** A set of architectures. */
  SEARCH_SPACE,
  /** A reward to maximise. */
  REWARD,
  /** An evaluator of architectures. */
  EVALUATOR,
  /** A set of architectures with a layer that is written in TensorFlow. */
  LAYER;

  /** Returns the kind of component. */
  public ComponentKind<?> component() {
    return switch (this) {
      case CONTROLLER -> ComponentKind.CONTROLLER;
      case SEARCH_SPACE, LAYER -> ComponentKind.SEARCH_SPACE;
      case REWARD -> ComponentKind.REWARD;
      case EVALUATOR -> ComponentKind.EVALUATOR;
    };
  }

  /** Returns the name of the kind on the command line: {@code searchSpace}. */
  @Override
  public String toString() {
    return this == LAYER ? "layer" : component().key();
  }

  /** Returns the kind with its article: {@code an evaluator}. */
  public String described() {
    return (this == EVALUATOR ? "an " : "a ") + title();
  }

  /** Returns the suffixes of its additional classes. */
  List<String> ownParts() {
    return switch (this) {
      case SEARCH_SPACE -> List.of("Block");
      case LAYER -> List.of("Layer", "LayerBuilder");
      default -> List.of();
    };
  }

  /** Returns true if it uses TensorFlow. */
  boolean usesTensorFlow() {
    return this == LAYER;
  }

  /** Returns the kind as words: {@code search space}. */
  String title() {
    return this == LAYER
        ? "search space with a layer of its own"
        : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
