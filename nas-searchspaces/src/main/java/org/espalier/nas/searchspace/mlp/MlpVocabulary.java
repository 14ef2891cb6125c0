package org.espalier.nas.searchspace.mlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;

/**
 * The layers of a multilayer perceptron and their ids.
 *
 * <p>Ids start at 1: first the hidden layers, {@code activations·nodeIndex + activationIndex + 1},
 * then the dropouts, last the output layer. {@link #PADDING} fills sequences up to a common length.
 */
public final class MlpVocabulary {

  /** The id that stands for no layer. */
  public static final int PADDING = 0;

  private final int hidden;
  private final List<LayerSpec> layers;
  private final List<String> labels;

  /**
   * Creates the ids of the layers.
   *
   * @param settings the hidden layers and dropouts
   * @param output the output layer
   * @throws InvalidSettingException if a hidden layer is also the output layer
   */
  public MlpVocabulary(MlpSettings settings, Dense output) {
    List<LayerSpec> numbered =
        new ArrayList<>(
            settings.nodes().stream()
                .flatMap(units -> settings.activations().stream().map(a -> new Dense(units, a)))
                .toList());
    if (numbered.contains(output)) {
      throw new InvalidSettingException(
          "nodes",
          "nodes %s with activations %s hold %s, which is the output layer here; leave %d out of nodes."
              .formatted(settings.nodes(), settings.activations(), output.label(), output.units()));
    }
    hidden = numbered.size();
    settings.dropout().forEach(rate -> numbered.add(new Dropout(rate)));
    numbered.add(output);
    layers = List.copyOf(numbered);
    labels = layers.stream().map(LayerSpec::label).toList();
  }

  /** Returns the number of ids, without padding; also the id of the output layer. */
  public int size() {
    return layers.size();
  }

  /** Returns the number of hidden layers; their ids are 1 to this. */
  public int hiddenLayers() {
    return hidden;
  }

  /** Returns the number of dropouts; their ids follow those of the hidden layers. */
  public int dropouts() {
    return layers.size() - hidden - 1;
  }

  /** Returns the labels in the order of the ids, from id 1. */
  public List<String> labels() {
    return labels;
  }

  /**
   * Returns the layer with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public LayerSpec layer(int id) {
    if (id < 1 || id > layers.size()) {
      throw new IllegalArgumentException(
          "id (" + id + ") must lie between 1 and " + layers.size() + ".");
    }
    return layers.get(id - 1);
  }

  /** Returns the hidden layer that a choice stands for; empty if it stands for something else. */
  Optional<Dense> hiddenLayer(Choice choice) {
    int id = id(choice);
    return id <= hidden ? Optional.of((Dense) layer(id)) : Optional.empty();
  }

  /**
   * Returns the ids of an architecture's layers, complete or not.
   *
   * @throws IllegalArgumentException if a choice is not of this vocabulary
   */
  public int[] encode(Architecture architecture) {
    return architecture.choices().stream().mapToInt(this::id).toArray();
  }

  /**
   * Returns the architecture of these ids; the inverse of {@link #encode} and, since padding at the
   * end is ignored, of {@link #encodePadded}.
   *
   * @throws IllegalArgumentException if an id is unknown or padding stands before a layer
   */
  public Architecture decode(int... ids) {
    int length = ids.length;
    while (length > 0 && ids[length - 1] == PADDING) {
      length--;
    }
    List<Choice> choices = new ArrayList<>(length);
    for (int position = 1; position <= length; position++) {
      int id = ids[position - 1];
      choices.add(new Choice.Option(decision(position), id - 1, layer(id).label()));
    }
    return new Architecture(choices);
  }

  /**
   * Returns the ids of an architecture's layers, filled up at the end with {@link #PADDING}.
   *
   * @throws IllegalArgumentException if the architecture is longer than {@code length}
   */
  public int[] encodePadded(Architecture architecture, int length) {
    int[] ids = encode(architecture);
    if (ids.length > length) {
      throw new IllegalArgumentException(
          "length (%d) must not be below that of %s (%d)."
              .formatted(length, architecture, ids.length));
    }
    return Arrays.copyOf(ids, length);
  }

  /** Returns the name of the decision at this position, counted from 1. */
  static String decision(int position) {
    return "layer " + position;
  }

  /** Returns the dropouts in the order of their ids. */
  Stream<Dropout> dropoutLayers() {
    return layers.stream().filter(Dropout.class::isInstance).map(Dropout.class::cast);
  }

  private int id(Choice choice) {
    if (choice instanceof Choice.Option option
        && option.index() >= 0
        && option.index() < labels.size()
        && labels.get(option.index()).equals(option.label())) {
      return option.index() + 1;
    }
    throw new IllegalArgumentException(choice + " is not one of the layers " + labels + ".");
  }
}
