package org.espalier.nas.searchspace.mlp;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.Dense;
import org.espalier.nas.api.network.Dropout;
import org.espalier.nas.api.network.Flatten;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.plugin.BehaviourVersion;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.random.UniformIntegers;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;

/**
 * A search space of multilayer perceptrons of variable length: hidden layers and dropouts, ended by
 * the output layer.
 *
 * <p>Decision {@code layer i} chooses the layer at position i from the whole {@link MlpVocabulary};
 * the allowed layers depend on the position alone. The first layer is a hidden one. The output
 * layer ends the sequence; it is allowed once the network is {@code minLength} long, and is the
 * only choice at {@code maxLength}.
 *
 * <p>Two architectures mean the same network if they differ only in dropouts between the same
 * layers that together keep the same share of values: see {@link #canonical}.
 */
@BehaviourVersion("9156dcc8a16f22c1")
@Description("Multilayer perceptrons: hidden layers and dropouts of variable number.")
public final class MlpSearchSpace implements NetworkSearchSpace {
  private final TensorShape input;
  private final MlpVocabulary vocabulary;
  private final List<Decision> decisions;
  private final List<Decision> masked;
  private final SequenceIndex index;
  private final DropoutNormalForm normalForm;
  private final MlpSizes sizes;

  /**
   * Creates the space.
   *
   * @param settings the layers and lengths of the networks
   * @param data the data set, which determines the shape of the input and, by its task, the output
   *     layer
   */
  @Inject
  public MlpSearchSpace(MlpSettings settings, DatasetInfo data) {
    input = data.input();
    vocabulary = new MlpVocabulary(settings, data.task().outputLayer());
    Categorical all = Categorical.of(vocabulary.labels());
    List<Decision> unmasked = new ArrayList<>();
    List<Decision> asked = new ArrayList<>();
    for (int position = 1; position <= settings.maxLength(); position++) {
      String name = MlpVocabulary.decision(position);
      unmasked.add(new Decision(name, all));
      asked.add(new Decision(name, new Categorical(all.options(), allowed(settings, position))));
    }
    decisions = List.copyOf(unmasked);
    masked = List.copyOf(asked);
    index = new SequenceIndex(masked, vocabulary.size() - 1);
    normalForm = new DropoutNormalForm(vocabulary, masked);
    sizes = new MlpSizes(input.size(), vocabulary, masked);
  }

  /** Returns the layers and their ids. */
  public MlpVocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public List<Decision> decisions() {
    return decisions;
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return complete(made) ? Optional.empty() : Optional.of(masked.get(made.size()));
  }

  /**
   * Returns the representative of all architectures that mean the same network.
   *
   * <p>Consecutive dropouts with rates p and q act, in distribution, like one with rate 1 − (1 −
   * p)·(1 − q), in any order, and a rate of 0 does nothing. The representative is the shortest
   * architecture of this space with the same hidden layers and the same share of values kept
   * between them; among these, the first in the order of the ids. With a single positive rate no
   * two architectures mean the same network.
   */
  @Override
  public Architecture canonical(Architecture architecture) {
    List<Integer> options = options(architecture);
    List<Integer> representative = normalForm.of(options);
    return representative.equals(options)
        ? architecture
        : vocabulary.decode(representative.stream().mapToInt(option -> option + 1).toArray());
  }

  /** Returns true for hidden layers of the same width or of the same activation. */
  @Override
  public boolean adjacent(Choice present, Choice other) {
    Optional<Dense> one = vocabulary.hiddenLayer(present);
    Optional<Dense> another = vocabulary.hiddenLayer(other);
    return one.isEmpty()
        || another.isEmpty()
        || one.get().units() == another.get().units()
        || one.get().activation() == another.get().activation();
  }

  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    return index.architecture(UniformIntegers.below(index.size(), random));
  }

  @Override
  public Optional<BigInteger> count() {
    return Optional.of(index.size());
  }

  @Override
  public Stream<Architecture> enumerate() {
    return Stream.iterate(
            BigInteger.ZERO,
            number -> number.compareTo(index.size()) < 0,
            number -> number.add(BigInteger.ONE))
        .map(index::architecture);
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(
          architecture + " is not a complete architecture of this search space.");
    }
    List<LayerSpec> layers = new ArrayList<>();
    if (needsFlatten()) {
      layers.add(new Flatten());
    }
    for (int id : vocabulary.encode(architecture)) {
      layers.add(vocabulary.layer(id));
    }
    return new NetworkSpec(input, layers);
  }

  @Override
  public Optional<NetworkSize> minimumSize(Architecture made) {
    return Optional.of(sizes.least(vocabulary.encode(made)));
  }

  @Override
  public boolean attainsMinimumSize() {
    return true;
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    Set<Class<? extends LayerSpec>> types = new HashSet<>();
    types.add(Dense.class);
    if (vocabulary.dropouts() > 0) {
      types.add(Dropout.class);
    }
    if (needsFlatten()) {
      types.add(Flatten.class);
    }
    return Set.copyOf(types);
  }

  private List<Integer> options(Architecture architecture) {
    return Arrays.stream(vocabulary.encode(architecture)).mapToObj(id -> id - 1).toList();
  }

  private boolean needsFlatten() {
    return input.rank() != 1;
  }

  private boolean complete(Architecture made) {
    int size = made.size();
    return size > 0
        && made.choices().get(size - 1) instanceof Choice.Option option
        && option.index() == vocabulary.size() - 1;
  }

  private List<Integer> allowed(MlpSettings settings, int position) {
    int hidden = vocabulary.hiddenLayers();
    int output = vocabulary.size() - 1;
    IntStream beforeOutput =
        position == settings.maxLength()
            ? IntStream.empty()
            : IntStream.range(0, settings.allowsDropoutAt(position) ? output : hidden);
    IntStream end = position >= settings.minLength() ? IntStream.of(output) : IntStream.empty();
    return IntStream.concat(beforeOutput, end).boxed().toList();
  }
}
