package org.espalier.nas.searchspace.nasbench101;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.searchspace.image.ImageTask;

/**
 * The search space of NAS-Bench-101 (Ying et al. 2019): modules of at most 7 vertices and 9 edges,
 * with one of three operations on each inner vertex.
 *
 * <p>Modules are the same if they are isomorphic after the removal of vertices on no path from the
 * input to the output; all are the network of the {@linkplain #canonical representative}. Without
 * data, networks are those of the benchmark for CIFAR-10.
 */
@Description("Modules of NAS-Bench-101: graphs of at most 7 vertices and 9 edges.")
public final class NasBench101SearchSpace implements NetworkSearchSpace {
  private final NasBench101Settings settings;
  private final ImageTask task;
  private final ModuleDecisions decisions;
  private final List<Decision> all;

  /**
   * Creates the space.
   *
   * @param settings the size of modules and networks
   * @param data the data set, whose examples must be images; empty for the task of the benchmark
   * @throws org.espalier.nas.api.InvalidSettingException if they are no images
   */
  @Inject
  public NasBench101SearchSpace(NasBench101Settings settings, Optional<DatasetInfo> data) {
    this.settings = settings;
    this.task = ImageTask.of("nasbench-101", data);
    this.decisions = new ModuleDecisions(settings);
    this.all = decisions.all();
  }

  @Override
  public List<Decision> decisions() {
    return all;
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return decisions.next(made);
  }

  /** Returns the module that the benchmark has trained for all that are isomorphic. */
  @Override
  public Architecture canonical(Architecture architecture) {
    return decisions.architecture(representative(architecture));
  }

  /**
   * Returns the hash by which the benchmark identifies a module (Ying et al. 2019, section 2.2).
   *
   * @param architecture a complete architecture of this space
   * @return 32 hexadecimal digits, equal for isomorphic modules
   */
  public String hash(Architecture architecture) {
    return new ModuleHash().of(module(architecture));
  }

  /**
   * Draws edges uniformly among all valid graphs, then operations, as the benchmark does. Decided
   * one by one, edges into early vertices would leave few for later ones.
   */
  @Override
  public Architecture sample(RandomGenerator random) {
    return architecture(edges(random), random);
  }

  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    int most = labellings(settings.vertices() - 2);
    int edges = edges(random);
    // The more vertices have an operation, the more architectures have these edges.
    while (random.nextInt(most) >= labellings(inner(edges).size())) {
      edges = edges(random);
    }
    return architecture(edges, random);
  }

  private int edges(RandomGenerator random) {
    int drawn;
    do {
      drawn = random.nextInt(1 << ModuleGraph.pairs(settings.vertices()));
    } while (!isValid(drawn));
    return drawn;
  }

  private boolean isValid(int edges) {
    return Integer.bitCount(edges) <= settings.edges()
        && ModuleGraph.used(edges, settings.vertices()) != 0;
  }

  private Architecture architecture(int edges, RandomGenerator random) {
    List<Integer> inner = inner(edges);
    List<VertexOperation> operations =
        Stream.generate(
                () -> VertexOperation.all().get(random.nextInt(VertexOperation.all().size())))
            .limit(inner.size())
            .toList();
    return decisions.architecture(edges, inner, operations);
  }

  private List<Integer> inner(int edges) {
    int used = ModuleGraph.used(edges, settings.vertices());
    return IntStream.range(1, settings.vertices() - 1)
        .filter(vertex -> ((used >> vertex) & 1) == 1)
        .boxed()
        .toList();
  }

  private static int labellings(int vertices) {
    return BigInteger.valueOf(VertexOperation.all().size()).pow(vertices).intValueExact();
  }

  @Override
  public Optional<BigInteger> count() {
    long count =
        IntStream.range(0, 1 << ModuleGraph.pairs(settings.vertices()))
            .filter(this::isValid)
            .mapToLong(edges -> labellings(inner(edges).size()))
            .sum();
    return Optional.of(BigInteger.valueOf(count));
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    return NasBench101Network.of(
        settings, representative(architecture), task.input(), task.outputLayer());
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return NasBench101Network.LAYERS;
  }

  /** Returns the module without the vertices that are on no path from the input to the output. */
  @Override
  public Map<String, CellGraph> cells(Architecture architecture) {
    ModuleGraph module = module(architecture);
    List<CellGraph.Node> nodes = new ArrayList<>();
    List<CellGraph.Edge> edges = new ArrayList<>();
    for (int vertex = 0; vertex < module.vertices(); vertex++) {
      nodes.add(node(module, vertex));
      for (int from = 0; from < vertex; from++) {
        if (module.joined(from, vertex)) {
          edges.add(new CellGraph.Edge(nodes.get(from).name(), nodes.get(vertex).name(), ""));
        }
      }
    }
    return Map.of("module", new CellGraph(nodes, edges));
  }

  private static CellGraph.Node node(ModuleGraph module, int vertex) {
    if (vertex == 0) {
      return new CellGraph.Node("input", "input", CellGraph.Role.INPUT);
    }
    return vertex == module.vertices() - 1
        ? new CellGraph.Node("output", "output", CellGraph.Role.OUTPUT)
        : new CellGraph.Node(
            "vertex" + vertex, module.operation(vertex).label(), CellGraph.Role.OPERATION);
  }

  private ModuleGraph representative(Architecture architecture) {
    return Isomorphism.first(module(architecture));
  }

  private ModuleGraph module(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(
          architecture + " is not a complete architecture of this search space.");
    }
    return decisions.module(architecture);
  }
}
