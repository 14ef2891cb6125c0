package org.espalier.nas.searchspace.nasbench201;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.network.LayerGraph;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;

/**
 * The least sizes of the networks whose cells begin with given operations.
 *
 * <p>A network is as large as its cells and the layers between them, which are always the same. The
 * sizes of all cells are counted when the first minimum is asked for.
 */
final class CellSizes {
  private static final int OPERATIONS = EdgeOperation.all().size();

  private final NasBench201Settings settings;
  private final CellClasses classes;
  private final Function<List<EdgeOperation>, NetworkSpec> networks;
  private final NetworkSize[][] minima = new NetworkSize[Edge.ALL.size() + 1][];

  /**
   * Creates the sizes.
   *
   * @param networks networks of cells
   */
  CellSizes(
      NasBench201Settings settings,
      CellClasses classes,
      Function<List<EdgeOperation>, NetworkSpec> networks) {
    this.settings = settings;
    this.classes = classes;
    this.networks = networks;
  }

  /** Returns the least size of a network whose cell begins with these operations. */
  NetworkSize least(List<EdgeOperation> operations) {
    synchronized (minima) {
      int last = Edge.ALL.size();
      if (minima[last] == null) {
        minima[last] = all();
        for (int length = last - 1; length >= 0; length--) {
          NetworkSize[] longer = minima[length + 1];
          minima[length] =
              IntStream.range(0, longer.length / OPERATIONS)
                  .mapToObj(code -> minimum(longer, code))
                  .toArray(NetworkSize[]::new);
        }
      }
      return minima[operations.size()][CellClasses.code(operations)];
    }
  }

  private static NetworkSize minimum(NetworkSize[] longer, int code) {
    return IntStream.range(code * OPERATIONS, (code + 1) * OPERATIONS)
        .mapToObj(next -> longer[next])
        .reduce(NetworkSize::min)
        .orElseThrow();
  }

  /** Returns the sizes of all networks, in the order of the codes of their cells. */
  private NetworkSize[] all() {
    List<EdgeOperation> skip = Edge.ALL.stream().map(edge -> EdgeOperation.SKIP).toList();
    NetworkSpec example = networks.apply(skip);
    List<TensorShape> stages = stages(example);
    NetworkSize counted = NetworkSize.of(example);
    NetworkSize skips = cells(skip, stages);
    NetworkSize between =
        new NetworkSize(counted.parameters() - skips.parameters(), counted.flops() - skips.flops());
    Map<List<EdgeOperation>, NetworkSize> known = new HashMap<>();
    return CellClasses.all()
        .map(classes::representative)
        .map(cell -> known.computeIfAbsent(cell, each -> between.plus(cells(each, stages))))
        .toArray(NetworkSize[]::new);
  }

  /** Returns the shapes of what the cells of each stage read. */
  private List<TensorShape> stages(NetworkSpec example) {
    Map<String, TensorShape> shapes = example.graph().shapes();
    int first = settings.repeats() + 1;
    return Stream.of("stem/norm", "layer" + first + "/sum", "layer" + 2 * first + "/sum")
        .map(shapes::get)
        .toList();
  }

  private NetworkSize cells(List<EdgeOperation> operations, List<TensorShape> stages) {
    long parameters = 0;
    long flops = 0;
    for (TensorShape shape : stages) {
      LayerGraph cell = NasBench201Network.cell(operations, shape);
      parameters = Math.addExact(parameters, cell.parameters());
      flops = Math.addExact(flops, cell.flops());
    }
    return new NetworkSize(
        Math.multiplyExact(parameters, settings.repeats()),
        Math.multiplyExact(flops, settings.repeats()));
  }
}
