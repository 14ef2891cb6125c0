package org.espalier.nas.searchspace.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.api.network.Add;
import org.espalier.nas.api.network.BatchNorm;
import org.espalier.nas.api.network.Concat;
import org.espalier.nas.api.network.DropPath;
import org.espalier.nas.api.network.FactorisedReduction;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.PassThrough;
import org.espalier.nas.api.network.Zeros;
import org.espalier.nas.searchspace.cell.CellBlock.Side;
import org.espalier.nas.searchspace.cell.CellNetwork.Features;

/**
 * The layers of one cell of a network.
 *
 * <p>Its inputs are aligned to F channels first, as in NASNet: the current one by ReLU, 1×1
 * convolution and batch normalisation; the older one likewise if it has another number of channels,
 * by a factorised reduction if it is larger, else not at all. An input that nothing reads has no
 * layers. The name of an operation's node says where its weights belong: {@code
 * layer3.node2.left.sep-3x3.from-1}.
 */
final class CellLayers {
  static final Set<Class<? extends LayerSpec>> TYPES =
      Set.of(
          Add.class,
          Concat.class,
          DropPath.class,
          FactorisedReduction.class,
          OperationChain.class,
          PassThrough.class,
          Zeros.class);

  private final List<LayerNode> nodes;
  private final Cell cell;
  private final CellKind kind;
  private final String prefix;
  private final int filters;
  private final double dropPath;

  /** The nodes of the states; empty for those that are not needed. */
  private final String[] states;

  /**
   * Creates the layers of a cell.
   *
   * @param nodes the nodes of the network, to which those of the cell are added
   * @param prefix the beginning of their names
   * @param filters F, the number of channels of each state
   * @param dropPath the rate of drop-path; 0 for none
   */
  CellLayers(
      List<LayerNode> nodes,
      Cell cell,
      CellKind kind,
      String prefix,
      int filters,
      double dropPath) {
    this.nodes = nodes;
    this.cell = cell;
    this.kind = kind;
    this.prefix = prefix + ".";
    this.filters = filters;
    this.dropPath = dropPath;
    this.states = new String[Cell.INPUTS + cell.blocks().size()];
    Arrays.fill(states, "");
  }

  /**
   * Adds the cell to the network.
   *
   * @param current the output of the cell before
   * @param previous the older input
   * @return the output
   */
  Features add(Features current, Features previous) {
    Set<Integer> inputs = new LinkedHashSet<>(cell.live());
    boolean zeros = cell.liveBlocks().stream().flatMap(this::sides).anyMatch(s -> !cell.reads(s));
    if (zeros) {
      inputs.add(cell.inputOfZeros());
    }
    states[0] = inputs.contains(0) ? aligned("current", current, true) : "";
    states[1] = inputs.contains(1) ? olderAligned(current, previous) : "";
    String zero = zeros ? node("zeros", new Zeros(kind.stride()), states[cell.inputOfZeros()]) : "";
    for (int state : cell.liveBlocks()) {
      states[state] = block(state, zero);
    }
    List<String> joined = new ArrayList<>();
    for (int state : cell.outputs()) {
      joined.add(
          state < Cell.INPUTS && kind == CellKind.REDUCTION
              ? node("output.from-" + state, new FactorisedReduction(filters), states[state])
              : states[state]);
    }
    String output =
        joined.size() == 1
            ? joined.get(0)
            : node("output", new Concat(), joined.toArray(String[]::new));
    int halvings = current.halvings() + (kind == CellKind.REDUCTION ? 1 : 0);
    return new Features(output, filters * joined.size(), halvings, false);
  }

  private Stream<Side> sides(int state) {
    return Cell.sides(cell.block(state));
  }

  private String olderAligned(Features current, Features previous) {
    if (previous.halvings() < current.halvings()) {
      return node("previous", new FactorisedReduction(filters), previous.name());
    }
    return aligned("previous", previous, previous.channels() != filters);
  }

  private String aligned(String name, Features features, boolean project) {
    if (!project) {
      return features.name();
    }
    // The pixels of the image itself have both signs, so that ReLU would lose half of them.
    OperationChain layers =
        features.pixels()
            ? OperationChain.of(
                alignment(), CellOperations.conv(filters, 1, 1), BatchNorm.standard())
            : CellOperations.chain(alignment(), CellOperations.conv(filters, 1, 1));
    return node(name, layers, features.name());
  }

  private String alignment() {
    return "align(" + filters + ")";
  }

  private String block(int state, String zero) {
    CellBlock block = cell.block(state);
    String name = "node" + (state - 1);
    String left = side(name + ".left", block.left(), zero);
    String right = side(name + ".right", block.right(), zero);
    if (block.concat()) {
      String both = node(name + ".concat", new Concat(), left, right);
      return node(
          name, CellOperations.chain(alignment(), CellOperations.conv(filters, 1, 1)), both);
    }
    // Zeros need not be added.
    if (!cell.reads(block.left()) || !cell.reads(block.right())) {
      return node(name, new PassThrough(), cell.reads(block.left()) ? left : right);
    }
    return node(name, new Add(), left, right);
  }

  private String side(String name, Side side, String zero) {
    if (!cell.reads(side)) {
      return zero;
    }
    CellOperation operation = cell.operation(side);
    int stride = side.state() < Cell.INPUTS ? kind.stride() : 1;
    String read =
        node(
            "%s.%s.from-%d".formatted(name, operation.name(), side.state()),
            operation.factory().layer(stride, filters),
            states[side.state()]);
    return dropPath > 0 && operation.kind() == CellOperation.Kind.COMPUTING
        ? node(name + ".drop", new DropPath(dropPath, true), read)
        : read;
  }

  private String node(String name, LayerSpec layer, String... read) {
    nodes.add(new LayerNode(prefix + name, layer, List.of(read)));
    return prefix + name;
  }
}
