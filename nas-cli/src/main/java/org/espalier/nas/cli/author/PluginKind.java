package org.espalier.nas.cli.author;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.espalier.nas.api.plugin.ComponentKind;

/** A kind of component for which a new plugin has a template. */
public enum PluginKind {
  /** A search algorithm. */
  CONTROLLER,
  /** A search algorithm that compares trials by several objectives. */
  MULTI_OBJECTIVE_CONTROLLER,
  /** A set of architectures. */
  SEARCH_SPACE,
  /** A reward to maximise. */
  REWARD,
  /** A quantity by which trials are compared. */
  OBJECTIVE,
  /** An evaluator of architectures. */
  EVALUATOR,
  /** A set of architectures with a layer that is written in TensorFlow. */
  LAYER,
  /** A data set. */
  DATASET,
  /** A rule that ends unpromising trials. */
  STOPPING_RULE;

  /** Returns the kind of component. */
  public ComponentKind<?> component() {
    return switch (this) {
      case CONTROLLER, MULTI_OBJECTIVE_CONTROLLER -> ComponentKind.CONTROLLER;
      case SEARCH_SPACE, LAYER -> ComponentKind.SEARCH_SPACE;
      case REWARD -> ComponentKind.REWARD;
      case OBJECTIVE -> ComponentKind.OBJECTIVE;
      case EVALUATOR -> ComponentKind.EVALUATOR;
      case DATASET -> ComponentKind.DATASET;
      case STOPPING_RULE -> ComponentKind.STOPPING;
    };
  }

  /** Returns the name of the kind on the command line: {@code searchSpace}. */
  @Override
  public String toString() {
    return switch (this) {
      case LAYER -> "layer";
      case STOPPING_RULE -> "stoppingRule";
      case OBJECTIVE -> "objective";
      case MULTI_OBJECTIVE_CONTROLLER -> "multiObjectiveController";
      default -> component().key();
    };
  }

  /** Returns true if a name means this kind: {@code searchSpace} or {@code search-space}. */
  public boolean isNamed(String name) {
    return name.equals(toString())
        || name.equals(name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Returns the kind with its article: {@code an evaluator}. */
  public String described() {
    return (this == EVALUATOR || this == OBJECTIVE ? "an " : "a ") + title();
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

  /** Returns the library that it is built against besides nas-api; empty if there is none. */
  Optional<String> library() {
    return switch (this) {
      case LAYER -> Optional.of("nas-tf-backend");
      case DATASET -> Optional.of("nas-data");
      default -> Optional.empty();
    };
  }

  /** Returns the kind as words: {@code search space}. */
  String title() {
    return switch (this) {
      case LAYER -> "search space with a layer of its own";
      case DATASET -> "data set";
      case MULTI_OBJECTIVE_CONTROLLER -> "controller of several objectives";
      default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
