package org.espalier.nas.searchspace.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.network.LayerNode;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.SqueezeExcite;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.CellGraph.Edge;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.searchspace.cell.CellSettings.Combination;
import org.espalier.nas.searchspace.cell.CellSettings.OutputRule;
import org.espalier.nas.searchspace.cell.CellSettings.OutputStates;
import org.espalier.nas.searchspace.cell.CellSettings.Stem;
import org.espalier.nas.searchspace.mlp.Datasets;
import org.junit.jupiter.api.Test;

class CellSearchSpaceTest {
  private static CellSearchSpace space(CellTestSettings settings) {
    return new CellSearchSpace(settings.settings(), Datasets.pictures(8, 8, 3));
  }

  private static Architecture parsed(CellSearchSpace space, String... blocks) {
    List<String> texts = new ArrayList<>();
    for (String block : blocks) {
      texts.addAll(List.of(block.split(" ", -1)));
    }
    return space.parse(texts).orElseThrow();
  }

  private static List<String> nodes(CellSearchSpace space, Architecture architecture) {
    return space.lower(architecture).nodes().stream().map(LayerNode::toString).toList();
  }

  @Test
  void aBlockDecidesTwoInputsTwoOperationsAndTheCombination() {
    CellSearchSpace space = space(CellTestSettings.of(2, "enas").combined(Combination.SEARCHED));

    assertThat(space.decisions().stream().map(Decision::name).limit(6))
        .containsExactly(
            "normal left 1",
            "normal right 1",
            "normal left op 1",
            "normal right op 1",
            "normal combination 1",
            "normal left 2");
    assertThat(space.decisions()).hasSize(2 * 2 * 5);
    assertThat(
            space.next(parsed(space, BLOCKS).prefix(5)).orElseThrow().choices().map(Choice::text))
        .containsExactly("current", "previous", "block1");
    assertThat(parsed(space, BLOCKS).summary())
        .startsWith("[(current, previous, sep-3x3, identity, add), (");
  }

  private static final String[] BLOCKS = {
    "current previous sep-3x3 identity add",
    "block1 current max-3x3 avg-3x3 concat",
    "current current sep-5x5 sep-5x5 add",
    "previous previous identity identity add"
  };

  @Test
  void countsTheProductOfAllAnswers() {
    BigInteger cell = BigInteger.ONE;
    for (int states = 2; states <= 6; states++) {
      cell = cell.multiply(BigInteger.valueOf(13L * 13 * 2 * states * states));
    }
    assertThat(space(CellTestSettings.of(5, "nasnet").combined(Combination.SEARCHED)).count())
        .contains(cell.multiply(cell));
    // The space of the chapter: 2 inputs, 6 operations, 2 combinations, 10 blocks.
    assertThat(
            space(CellTestSettings.of(5, "chapter").cellOnly().combined(Combination.SEARCHED))
                .count())
        .contains(BigInteger.valueOf(2 * 2 * 6 * 6 * 2).pow(10));
  }

  @Test
  void theSetsOfOperationsHaveThePublishedSizes() {
    for (Object[] set :
        new Object[][] {
          {"chapter", 6}, {"nasnet", 13}, {"amoeba", 8}, {"enas", 5}, {"pnas", 8}, {"darts", 8}
        }) {
      List<CellOperation> operations = CellOperations.standard().select(List.of(set[0].toString()));
      assertThat(operations).as("%s", set[0]).hasSize((int) set[1]);
      assertThat(operations.stream().filter(operation -> !operation.reads()))
          .hasSize(set[0].equals("darts") ? 1 : 0);
    }
    assertThat(CellOperations.standard().select(List.of("enas", "identity", "conv-1x1")))
        .hasSize(6);
  }

  @Test
  void everyOperationKeepsChannelsAndDividesByTheStride() {
    List<String> all = List.of("chapter", "nasnet", "amoeba", "enas", "pnas", "darts");
    for (CellOperation operation : CellOperations.standard().select(all)) {
      for (int stride : new int[] {1, 2}) {
        assertThat(operation.factory().layer(stride, 6).output(List.of(TensorShape.of(7, 4, 6))))
            .as("%s with a stride of %d", operation.name(), stride)
            .isEqualTo(stride == 1 ? TensorShape.of(7, 4, 6) : TensorShape.of(4, 2, 6));
      }
    }
  }

  @Test
  void theCanonicalFormSortsSidesAndBlocks() {
    CellSearchSpace space = space(CellTestSettings.of(3, "enas"));
    String any = "current current sep-3x3 sep-3x3";
    Architecture one =
        parsed(
            space,
            "previous current identity sep-3x3",
            "current current max-3x3 sep-3x3",
            "block1 block2 sep-3x3 avg-3x3",
            any,
            any,
            any);
    Architecture same =
        parsed(
            space,
            "current current sep-3x3 max-3x3",
            "current previous sep-3x3 identity",
            "block1 block2 avg-3x3 sep-3x3",
            any,
            any,
            any);
    Architecture other =
        parsed(
            space,
            "current current sep-3x3 max-3x3",
            "current previous sep-3x3 identity",
            "block2 block1 avg-3x3 sep-3x3",
            any,
            any,
            any);

    assertThat(space.canonical(one)).isEqualTo(space.canonical(same)).isEqualTo(same);
    assertThat(space.canonical(one)).isNotEqualTo(space.canonical(other));
  }

  @Test
  void theCanonicalFormChoosesAmongEqualBlocksByTheirReaders() {
    CellSearchSpace space = space(CellTestSettings.of(4, "enas"));
    String twin = "current current sep-3x3 sep-3x3";
    String[] rest = {twin, twin, twin, twin};
    List<Architecture> same = new ArrayList<>();
    for (String[] order :
        new String[][] {
          {twin, twin, "block1 current max-3x3 max-3x3", "block2 current sep-5x5 sep-5x5"},
          {twin, twin, "block2 current max-3x3 max-3x3", "block1 current sep-5x5 sep-5x5"},
          {twin, "block1 current sep-5x5 sep-5x5", twin, "block3 current max-3x3 max-3x3"},
          {twin, "current block1 max-3x3 max-3x3", twin, "current block3 sep-5x5 sep-5x5"}
        }) {
      same.add(
          space.canonical(
              parsed(space, Stream.of(order, rest).flatMap(Stream::of).toArray(String[]::new))));
    }
    assertThat(same.stream().distinct()).hasSize(1);
  }

  @Test
  void theCanonicalFormHasTheSameLayers() {
    List<CellTestSettings> spaces =
        List.of(
            CellTestSettings.of(4, "darts").combined(Combination.SEARCHED),
            CellTestSettings.of(4, "enas", "none").outputs(OutputRule.ALL, null),
            CellTestSettings.of(4, "enas", "none")
                .outputs(OutputRule.ALL, new OutputStates(List.of(3), List.of(1, 4))));
    RandomStreams streams = new RandomStreams(1);
    for (CellTestSettings settings : spaces) {
      CellSearchSpace space = space(settings);
      int changed = 0;
      for (int i = 0; i < 12; i++) {
        Architecture architecture = space.sample(streams.stream("test", i));
        Architecture canonical = space.canonical(architecture);
        changed += canonical.equals(architecture) ? 0 : 1;
        assertThat(layers(space.lower(canonical)))
            .as("%s, canonical form of %s", canonical, architecture)
            .isEqualTo(layers(space.lower(architecture)));
      }
      assertThat(changed).isGreaterThan(6);
    }
  }

  /** Returns layers with the shapes of their inputs, sorted. */
  private static List<String> layers(NetworkSpec network) {
    Map<String, TensorShape> shapes = network.graph().shapes();
    return network.nodes().stream()
        .map(node -> node.layer().label() + node.inputs().stream().map(shapes::get).toList())
        .sorted()
        .toList();
  }

  @Test
  void mutationChangesOneAnswerOfEveryKindOrNothing() {
    CellSearchSpace space =
        space(CellTestSettings.of(3, "enas").combined(Combination.SEARCHED).identical(0.05));
    RandomStreams streams = new RandomStreams(1);
    Architecture parent = space.sample(streams.stream("parent", 0));
    int[] changes = new int[5];
    int unchanged = 0;
    for (int i = 0; i < 3000; i++) {
      RandomGenerator random = streams.stream("test", i);
      Architecture child = space.mutate(parent, random);
      List<Integer> places = new ArrayList<>();
      for (int place = 0; place < parent.size(); place++) {
        if (!child.choices().get(place).equals(parent.choices().get(place))) {
          places.add(place);
        }
      }
      assertThat(places).hasSizeLessThanOrEqualTo(1);
      unchanged += places.isEmpty() ? 1 : 0;
      places.forEach(place -> changes[place % 5]++);
    }
    // Binomial, six deviations: 150 ± 72; 475 ± 120 for a side, 950 ± 153 for the combination.
    assertThat(unchanged).isBetween(78, 222);
    for (int slot = 0; slot < 4; slot++) {
      assertThat(changes[slot]).isBetween(355, 595);
    }
    assertThat(changes[4]).isBetween(797, 1103);
  }

  @Test
  void publishedCellsAreKnownByName() {
    assertThat(space(CellTestSettings.of(5, "nasnet")).named())
        .containsOnlyKeys("NASNet-A", "ENAS", "AmoebaNet-A", "PNASNet-5");
    assertThat(space(CellTestSettings.of(5, "chapter")).named())
        .containsOnlyKeys("NASNet-A", "ENAS", "PNASNet-5");
    assertThat(space(CellTestSettings.of(5, "enas").combined(Combination.SEARCHED)).named())
        .containsOnlyKeys("ENAS");
    assertThat(space(CellTestSettings.of(4, "darts")).named()).containsOnlyKeys("DARTS-V2");
    assertThat(space(CellTestSettings.of(5, "nasnet").cellOnly()).named())
        .as("cells without links between blocks")
        .isEmpty();
    assertThat(space(CellTestSettings.of(5, "nasnet").combined(Combination.CONCAT)).named())
        .isEmpty();
  }

  @Test
  void statesOfPublishedCellsFollowTheConventionOfTheirAuthors() {
    CellSearchSpace darts = space(CellTestSettings.of(4, "darts"));
    // sep_conv_3x3 0, sep_conv_3x3 1: in DARTS, 0 is the older input.
    assertThat(darts.named().get("DARTS-V2").toString())
        .startsWith("[previous, current, sep-3x3, sep-3x3, ")
        .endsWith("block1, current, identity, max-3x3]");
    CellSearchSpace amoeba = space(CellTestSettings.of(5, "amoeba"));
    assertThat(amoeba.named().get("AmoebaNet-A").toString())
        .startsWith("[current, current, avg-3x3, max-3x3, previous, previous, sep-3x3, identity, ");
    // Outputs of the program: states 1, 3, 4, 6 of the normal cell; 1 is used, and left out here.
    assertThat(nodes(amoeba, amoeba.named().get("AmoebaNet-A")))
        .contains("layer1.output = concat(layer1.node2, layer1.node3, layer1.node5)");
  }

  @Test
  void zerosReadNothing() {
    CellSearchSpace space = space(CellTestSettings.of(2, "darts").outputs(OutputRule.UNUSED, null));
    String plain = "current current max-3x3 max-3x3";
    Architecture architecture =
        parsed(space, "previous previous avg-3x3 none", "block1 block1 none none", plain, plain);

    assertThat(nodes(space, architecture))
        .contains(
            "layer1.zeros = zero(layer1.previous)",
            "layer1.node1 = identity(layer1.node1.left.avg-3x3.from-1)",
            "layer1.node2 = identity(layer1.zeros)",
            "layer1.output = concat(layer1.node1, layer1.node2)")
        .noneMatch(node -> node.startsWith("layer1.current"));
    assertThat(space.canonical(architecture).toString())
        .startsWith("[current, current, none, none, current, previous, none, avg-3x3,");
  }

  @Test
  void layersThatNothingReadsAreLeftOut() {
    CellSearchSpace space = space(CellTestSettings.of(1, "enas"));
    // Cells read the older input only: the last cell reads that before the last but one.
    NetworkSpec network =
        space.lower(
            parsed(
                space, "previous previous sep-3x3 sep-5x5", "previous previous max-3x3 avg-3x3"));
    assertThat(network.nodes().stream().map(LayerNode::name))
        .noneMatch(name -> name.startsWith("layer4"))
        .anyMatch(name -> name.startsWith("layer5"))
        .noneMatch(name -> name.endsWith("current"));
  }

  @Test
  void theFirstCellCanReadTheImageItself() {
    CellSearchSpace space = space(CellTestSettings.of(1, "enas").network(1, 4, Stem.NONE));
    String both = "current previous sep-3x3 sep-5x5";
    NetworkSpec network = space.lower(parsed(space, both, both));
    assertThat(network.expanded().nodes().stream().map(LayerNode::toString).limit(2))
        .containsExactly(
            "layer1.current/layer0 = conv(4, 1×1, no bias)(input)",
            "layer1.current/layer1 = batch-norm(layer1.current/layer0)");
  }

  @Test
  void theCombinationConcatRestoresTheChannels() {
    CellSearchSpace space = space(CellTestSettings.of(1, "enas").combined(Combination.CONCAT));
    String both = "current previous sep-3x3 max-3x3";
    assertThat(nodes(space, parsed(space, both, both)))
        .contains(
            "layer1.node1.concat = concat(layer1.node1.left.sep-3x3.from-0, layer1.node1.right.max-3x3.from-1)",
            "layer1.node1 = align(4)(layer1.node1.concat)");
  }

  @Test
  void cellsAreDrawnWithoutLayersThatAlign() {
    CellSearchSpace space = space(CellTestSettings.of(2, "darts"));
    CellGraph normal =
        space
            .cells(
                parsed(
                    space,
                    "previous previous sep-3x3 none",
                    "block1 previous max-3x3 identity",
                    "current current max-3x3 max-3x3",
                    "current current max-3x3 max-3x3"))
            .get("normal");
    assertThat(normal.nodes().stream().map(node -> node.name() + " " + node.label()))
        .containsExactly(
            "previous previous input",
            "block1.left sep-3x3",
            "block1.right none",
            "block1 add",
            "block2.left max-3x3",
            "block2.right identity",
            "block2 add",
            "output concat");
    assertThat(normal.edges())
        .contains(new Edge("block1", "block2.left", ""), new Edge("block2", "output", ""))
        .doesNotContain(new Edge("previous", "block1.right", ""))
        .doesNotContain(new Edge("block1", "output", ""));
  }

  @Test
  void anOperationOfAPluginIsChosenByName() {
    CellOperation squeeze =
        CellOperation.of(
            "squeeze-3x3",
            (stride, channels) ->
                OperationChain.of(
                    "squeeze-3x3",
                    CellOperations.chain("conv", CellOperations.conv(channels, 3, stride)),
                    new SqueezeExcite(2)));
    CellSearchSpace space =
        new CellSearchSpace(
            CellTestSettings.of(1, "identity", "squeeze-3x3").settings(),
            Datasets.pictures(8, 8, 3),
            CellOperations.standard().with(squeeze));
    String both = "current previous squeeze-3x3 identity";
    assertThat(nodes(space, parsed(space, both, both)))
        .contains("layer1.node1.left.squeeze-3x3.from-0 = squeeze-3x3(layer1.current)");
    assertThatThrownBy(() -> CellOperations.standard().with(squeeze).with(squeeze))
        .hasMessage("name (squeeze-3x3) is that of another operation or set.");
  }

  @Test
  void wrongSettingsAreRefused() {
    assertThatThrownBy(
            () -> new CellSearchSpace(CellTestSettings.of(1, "enas").settings(), Datasets.wine()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("need images");
    assertThatThrownBy(() -> space(CellTestSettings.of(1, "sep-9x9")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(
            "operations (sep-9x9) must be of the operations none, identity, conv-1x1,")
        .hasMessageEndingWith("or the sets amoeba, chapter, darts, enas, nasnet, pnas.");
    assertThatThrownBy(() -> space(CellTestSettings.of(1, "none")))
        .hasMessage("operations ([none]) must hold at least one that reads its input.");
    assertThatThrownBy(
            () ->
                CellTestSettings.of(2, "enas")
                    .outputs(OutputRule.ALL, new OutputStates(List.of(2, 4), List.of(2)))
                    .settings())
        .hasMessage(
            "outputStates.normal ([2, 4]) must be distinct states of at most 3, at least one.");
    assertThatThrownBy(() -> CellTestSettings.of(2, "enas").network(1, 6, Stem.IMAGENET).settings())
        .hasMessageContaining("filters (6) must be a multiple of 4 of at least 8");
  }
}
