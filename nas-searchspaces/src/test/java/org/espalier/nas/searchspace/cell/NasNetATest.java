package org.espalier.nas.searchspace.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.searchspace.cell.CellSettings.OutputRule;
import org.espalier.nas.searchspace.cell.CellSettings.OutputStates;
import org.espalier.nas.searchspace.cell.CellSettings.Stem;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.junit.jupiter.api.Test;

/** The published network NASNet-A (6 @ 768) on CIFAR-10. */
class NasNetATest {
  private static final CellTestSettings PUBLISHED =
      CellTestSettings.of(5, "nasnet")
          .outputs(
              OutputRule.UNUSED, new OutputStates(List.of(1, 2, 3, 4, 5, 6), List.of(3, 4, 5, 6)))
          .network(6, 32, Stem.CIFAR);
  private static final DatasetInfo CIFAR =
      Datasets.pictures(IntStream.range(0, 10).mapToObj(i -> "c" + i).toList(), 32, 32, 3);

  private static NetworkSpec network(CellTestSettings settings) {
    CellSearchSpace space = new CellSearchSpace(settings.settings(), CIFAR);
    Architecture nasNetA = space.named().get("NASNet-A");
    assertThat(nasNetA).isNotNull();
    return space.lower(nasNetA);
  }

  @Test
  void hasThePublishedNumbersOfParametersAndFilters() {
    NetworkSpec network = network(PUBLISHED);

    assertThat(network.parameters()).isBetween(3_250_000L, 3_349_999L);
    assertThat(network.graph().shapes().get("head.mean")).isEqualTo(TensorShape.of(768));
    assertThat(
            network.nodes().stream().map(LayerNode::name).filter(n -> n.matches("layer.*output")))
        .hasSize(3 * 6 + 2);
  }

  @Test
  void hasThePublishedWiring() {
    List<String> nodes = network(PUBLISHED).nodes().stream().map(LayerNode::toString).toList();

    assertThat(nodes)
        .contains(
            "layer1.current = align(32)(stem.norm)",
            "layer2.current = align(32)(layer1.output)",
            "layer2.previous = align(32)(stem.norm)",
            "layer2.node1.left.sep-5x5.from-0 = separable twice(32, 5×5)(layer2.current)",
            "layer2.node1.right.sep-3x3.from-1 = separable twice(32, 3×3)(layer2.previous)",
            "layer2.node1 = add(layer2.node1.left.sep-5x5.from-0, layer2.node1.right.sep-3x3.from-1)",
            "layer2.node3.right.identity.from-1 = identity(layer2.previous)",
            "layer2.node4 = add(layer2.node4.left.avg-3x3.from-1, layer2.node4.right.avg-3x3.from-1)",
            "layer2.output = concat(layer2.previous, layer2.node1, layer2.node2, layer2.node3, layer2.node4, layer2.node5)",
            "layer7.node1.left.sep-5x5.from-0 = separable twice(64, 5×5/2)(layer7.current)",
            "layer7.node4 = add(layer7.node4.left.identity.from-3, layer7.node4.right.avg-3x3.from-2)",
            "layer7.node4.right.avg-3x3.from-2 = average-pool(3×3)(layer7.node1)",
            "layer7.node5.right.max-3x3.from-0 = max-pool(3×3/2)(layer7.current)",
            "layer7.output = concat(layer7.node2, layer7.node3, layer7.node4, layer7.node5)",
            "layer8.previous = factorised-reduction(64)(layer6.output)");
  }

  @Test
  void theAuxiliaryOutputIsThatOfThePublishedProgram() {
    NetworkSpec network = network(PUBLISHED.regularised(true, 0));
    Map<String, TensorShape> shapes = network.graph().shapes();

    assertThat(network.auxiliary()).containsExactly("auxiliary.output");
    assertThat(shapes.get("auxiliary.pool")).isEqualTo(TensorShape.of(4, 4, 384));
    assertThat(shapes.get("auxiliary.image.relu")).isEqualTo(TensorShape.of(1, 1, 768));
    assertThat(network.prediction().parameters()).isEqualTo(network(PUBLISHED).parameters());
  }

  @Test
  void dropPathGrowsWithTheLayerAndSparesIdentities() {
    List<LayerNode> nodes = network(PUBLISHED.regularised(false, 0.4)).nodes();

    // Three of ten operations of a normal cell are identities, one of a reduction cell.
    assertThat(nodes.stream().filter(node -> node.name().endsWith(".drop")))
        .hasSize(18 * 8 + 2 * 9);
    assertThat(nodes.stream().filter(node -> node.name().equals("layer5.node1.left.drop")))
        .singleElement()
        .satisfies(node -> assertThat(node.layer().label()).isEqualTo("drop-path(0.1, scheduled)"));
    assertThat(nodes.stream().filter(node -> node.name().equals("layer20.node1.left.drop")))
        .singleElement()
        .satisfies(node -> assertThat(node.layer().label()).isEqualTo("drop-path(0.4, scheduled)"));
  }
}
