package org.espalier.nas.searchspace.nasbench201;

import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.LayerSpec;
import org.espalier.nas.api.network.NetworkSize;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.searchspace.image.ImageTask;

/**
 * The search space of NAS-Bench-201 (Dong &amp; Yang 2020): cells of four states, with one of five
 * operations on each of the six edges between them.
 *
 * <p>Equivalent cells, by the rule of the settings, are the same network, that of the {@linkplain
 * #canonical representative}. Without data, networks are those of the benchmark for CIFAR-10.
 */
@Description("Cells of NAS-Bench-201: five operations on each of six edges.")
public final class NasBench201SearchSpace implements NetworkSearchSpace {
  private static final Pattern PUBLISHED = Pattern.compile("([a-z0-9_]+)~([0-2])");

  private final NasBench201Settings settings;
  private final ImageTask task;
  private final CellClasses classes;
  private final List<Decision> decisions;
  private final List<List<Choice>> choices;
  private final CellSizes sizes;

  /**
   * Creates the space.
   *
   * @param settings the size of the networks
   * @param data the data set, whose examples must be images; empty for the task of the benchmark
   * @throws org.espalier.nas.api.InvalidSettingException if they are no images
   */
  @Inject
  public NasBench201SearchSpace(NasBench201Settings settings, Optional<DatasetInfo> data) {
    this.settings = settings;
    this.task = ImageTask.of("nasbench-201", data);
    this.classes = CellClasses.of(settings.equivalence());
    Categorical options =
        Categorical.of(EdgeOperation.all().stream().map(EdgeOperation::label).toList());
    this.decisions = Edge.ALL.stream().map(edge -> new Decision(edge.decision(), options)).toList();
    this.choices = decisions.stream().map(decision -> decision.choices().toList()).toList();
    this.sizes = new CellSizes(settings, classes, this::network);
  }

  @Override
  public List<Decision> decisions() {
    return decisions;
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    return made.size() < decisions.size()
        ? Optional.of(decisions.get(made.size()))
        : Optional.empty();
  }

  @Override
  public boolean contains(Architecture architecture) {
    List<Choice> made = architecture.choices();
    for (int i = 0; i < made.size(); i++) {
      if (i == decisions.size() || !decisions.get(i).admits(made.get(i))) {
        return false;
      }
    }
    return made.size() == decisions.size();
  }

  /** Returns the first architecture in the order of the enumeration that is equivalent. */
  @Override
  public Architecture canonical(Architecture architecture) {
    return architecture(classes.representative(operations(architecture)));
  }

  @Override
  public Architecture sampleUniformly(RandomGenerator random) {
    return sample(random);
  }

  @Override
  public Optional<BigInteger> count() {
    return Optional.of(BigInteger.valueOf(EdgeOperation.all().size()).pow(decisions.size()));
  }

  /**
   * Reads an architecture from the texts of its choices, or from a single text in the form of the
   * benchmark, such as {@code |nor_conv_3x3~0|+|none~0|skip_connect~1|+|none~0|none~1|none~2|}.
   */
  @Override
  public Optional<Architecture> parse(List<String> texts) {
    return texts.size() == 1 ? published(texts.get(0)) : NetworkSearchSpace.super.parse(texts);
  }

  private Optional<Architecture> published(String text) {
    List<EdgeOperation> operations = new ArrayList<>();
    Matcher matcher = PUBLISHED.matcher(text);
    while (matcher.find() && operations.size() < Edge.ALL.size()) {
      Optional<EdgeOperation> operation = EdgeOperation.ofPublished(matcher.group(1));
      if (operation.isEmpty()) {
        return Optional.empty();
      }
      operations.add(operation.get());
    }
    return operations.size() == Edge.ALL.size() && publishedText(operations).equals(text)
        ? Optional.of(architecture(operations))
        : Optional.empty();
  }

  private static String publishedText(List<EdgeOperation> operations) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < operations.size(); i++) {
      Edge edge = Edge.ALL.get(i);
      if (edge.from() == 0) {
        text.append(text.isEmpty() ? "|" : "+|");
      }
      text.append(operations.get(i).published()).append('~').append(edge.from()).append('|');
    }
    return text.toString();
  }

  @Override
  public NetworkSpec lower(Architecture architecture) {
    return network(classes.representative(operations(architecture)));
  }

  private NetworkSpec network(List<EdgeOperation> operations) {
    return NasBench201Network.of(settings, operations, task.input(), task.outputLayer());
  }

  @Override
  public Optional<NetworkSize> minimumSize(Architecture made) {
    return Optional.of(
        sizes.least(made.choices().stream().map(NasBench201SearchSpace::operation).toList()));
  }

  @Override
  public boolean attainsMinimumSize() {
    return true;
  }

  private static EdgeOperation operation(Choice choice) {
    return EdgeOperation.all().get((int) choice.number());
  }

  @Override
  public Set<Class<? extends LayerSpec>> layerTypes() {
    return NasBench201Network.LAYERS;
  }

  /** Returns the cell; edges without operation are left out. */
  @Override
  public Map<String, CellGraph> cells(Architecture architecture) {
    List<EdgeOperation> operations = operations(architecture);
    List<CellGraph.Node> nodes = new ArrayList<>();
    for (int state = 0; state < Edge.STATES; state++) {
      nodes.add(node(state));
    }
    List<CellGraph.Edge> edges = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      if (operations.get(i) != EdgeOperation.NONE) {
        Edge edge = Edge.ALL.get(i);
        edges.add(
            new CellGraph.Edge(
                node(edge.from()).name(), node(edge.to()).name(), operations.get(i).label()));
      }
    }
    return Map.of("cell", new CellGraph(nodes, edges));
  }

  private static CellGraph.Node node(int state) {
    if (state == 0) {
      return new CellGraph.Node("input", "input", CellGraph.Role.INPUT);
    }
    return state == Edge.STATES - 1
        ? new CellGraph.Node("output", "output", CellGraph.Role.OUTPUT)
        : new CellGraph.Node("state" + state, Integer.toString(state), CellGraph.Role.STATE);
  }

  private List<EdgeOperation> operations(Architecture architecture) {
    if (!contains(architecture)) {
      throw new IllegalArgumentException(
          architecture + " is not a complete architecture of this search space.");
    }
    return architecture.choices().stream().map(NasBench201SearchSpace::operation).toList();
  }

  private Architecture architecture(List<EdgeOperation> operations) {
    List<Choice> made = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      made.add(choices.get(i).get(operations.get(i).index()));
    }
    return new Architecture(made);
  }
}
