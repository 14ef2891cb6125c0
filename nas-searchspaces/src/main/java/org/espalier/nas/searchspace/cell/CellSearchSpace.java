package org.espalier.nas.searchspace.cell;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.searchspace.cell.CellSettings.Combination;

/**
 * A search space of networks that repeat a normal and a reduction cell, both of which are searched
 * (NASNet, Zoph et al. 2018).
 *
 * <p>A cell consists of blocks. Each one decides two hidden states that it reads, an operation for
 * each, and, where it is searched, their combination. Every sequence of answers is valid. A plugin
 * extends this class to add operations of its own.
 */
@Description("Networks of repeated cells: NASNet, AmoebaNet, ENAS, PNAS, DARTS.")
public class CellSearchSpace implements NetworkSearchSpace {
  private final CellSettings settings;
  private final DatasetInfo.Image data;
  private final List<CellOperation> operations;
  private final CellDecisions decisions;
  private final CellMutation mutation;

  /**
   * Creates the space with the operations of published spaces.
   *
   * @throws InvalidSettingException if the examples of the data set are no images, or an operation
   *     is unknown
   */
  @Inject
  public CellSearchSpace(CellSettings settings, DatasetInfo data) {
    this(settings, data, CellOperations.standard());
  }

  /**
   * Creates the space.
   *
   * @param settings the cells and the network, whose operations are names of {@code operations}
   * @param data the data set, whose examples must be images
   * @param operations the known operations
   * @throws InvalidSettingException if they are not, or an operation is unknown
   */
  public CellSearchSpace(CellSettings settings, DatasetInfo data, CellOperations operations) {
    if (!(data instanceof DatasetInfo.Image images)) {
      throw new InvalidSettingException(
          "type",
          "Search spaces of cells need images; %s has %s. Use mlp instead."
              .formatted(data.name(), data.inputs()));
    }
    this.settings = settings;
    this.data = images;
    this.operations = operations.select(settings.operations());
    this.decisions = new CellDecisions(settings, this.operations);
    this.mutation = new CellMutation(decisions, settings, this.operations.size());
  }

  @Override
  public List<Decision> decisions() {
    return decisions.unmasked();
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return made.size() < decisions.asked().size()
        ? Optional.of(decisions.asked().get(made.size()))
        : Optional.empty();
  }

  @Override
  public boolean contains(Architecture architecture) {
    return architecture.size() == decisions.asked().size()
        && IntStream.range(0, architecture.size())
            .allMatch(
                place -> decisions.asked().get(place).admits(architecture.choices().get(place)));
  }

  /** Returns the number of architectures: the product of the numbers of answers. */
  @Override
  public Optional<BigInteger> count() {
    return Optional.of(
        decisions.asked().stream()
            .map(decision -> BigInteger.valueOf(decision.domain().count().orElseThrow()))
            .reduce(BigInteger.ONE, BigInteger::multiply));
  }

  /** As the answers to a decision do not depend on others, uniform answers are uniform draws. */
  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    return sample(random);
  }

  /**
   * Returns the representative of the architectures that differ in the order of the two sides of
   * blocks, the order of blocks, the input of operations that give zeros, or in blocks that the
   * output does not depend on.
   */
  @Override
  public Architecture canonical(Architecture architecture) {
    return decisions.architecture(
        canonical(architecture, CellKind.NORMAL), canonical(architecture, CellKind.REDUCTION));
  }

  private Cell canonical(Architecture architecture, CellKind kind) {
    return CellCanonicalForm.of(
        decisions.cell(architecture, kind),
        CellOutputs.of(settings, kind),
        settings.combination() == Combination.CONCAT);
  }

  /**
   * Returns a child by one of AmoebaNet's mutations: another hidden state or another operation of a
   * side of a block, another combination, or, with the probability {@code identityMutation}, the
   * architecture itself.
   */
  @Override
  public Architecture mutate(Architecture architecture, RandomGenerator random) {
    return mutation.mutate(architecture, random);
  }

  /** Returns the published cells that this space contains, by the names of their networks. */
  @Override
  public Map<String, Architecture> named() {
    Map<String, Architecture> named = new LinkedHashMap<>();
    for (Genotype genotype : Genotype.published()) {
      if (genotype.normal().size() == settings.blocks()) {
        parse(texts(genotype)).ifPresent(found -> named.put(genotype.name(), found));
      }
    }
    return named;
  }

  private List<String> texts(Genotype genotype) {
    List<String> states = decisions.states();
    List<String> texts = new ArrayList<>();
    Stream.of(genotype.normal(), genotype.reduction())
        .flatMap(List::stream)
        .forEach(
            sides -> {
              texts.add(sides.left() < states.size() ? states.get(sides.left()) : "");
              texts.add(sides.right() < states.size() ? states.get(sides.right()) : "");
              texts.add(sides.leftOperation());
              texts.add(sides.rightOperation());
              if (settings.combination() == Combination.SEARCHED) {
                texts.add(CellDecisions.ADD);
              }
            });
    return settings.combination() == Combination.CONCAT ? List.of() : texts;
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    requireMember(architecture);
    return new CellNetwork(
            settings,
            data,
            decisions.cell(architecture, CellKind.NORMAL),
            decisions.cell(architecture, CellKind.REDUCTION))
        .network();
  }

  @Override
  public Map<String, CellGraph> cells(Architecture architecture) {
    requireMember(architecture);
    Map<String, CellGraph> cells = new LinkedHashMap<>();
    for (CellKind kind : CellKind.values()) {
      cells.put(kind.label(), CellDrawing.of(decisions.cell(architecture, kind)));
    }
    return cells;
  }

  private void requireMember(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(
          architecture + " is not a complete architecture of this search space.");
    }
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return CellNetwork.layerTypes(operations);
  }
}
