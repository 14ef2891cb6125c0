package org.espalier.nas.tf.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.espalier.nas.api.training.OptimizerSettings;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.tf.graph.GraphSession;
import org.espalier.nas.tf.graph.Sessions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.proto.NodeDef;

/**
 * A test that no variable is updated while a gradient is still computed or the variable is still to
 * be read, since training would not be reproducible.
 */
class GateTest {

  static List<OptimizerSettings> optimizers() {
    return Optimizers.usual(0.1);
  }

  static List<OptimizerSettings> scheduled() {
    return Optimizers.unusual(new Schedule.TimeDecaySchedule(0.1), 0.9, 0.01);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void changesNothingBeforeAllGradientsAreKnown(OptimizerSettings settings) {
    try (OptimizerFixture fixture = new OptimizerFixture(settings)) {
      Map<String, NodeDef> nodes = nodes(fixture);
      List<String> gradients =
          fixture.gradients.stream().map(Operand::op).map(op -> op.name()).toList();
      List<String> writes =
          upstream(nodes, fixture.step.train().op().name()).stream()
              .filter(name -> writes(nodes.get(name)))
              .toList();
      assertThat(writes).hasSizeGreaterThan(fixture.variables.size());
      assertThat(writes)
          .allSatisfy(name -> assertThat(upstream(nodes, name)).containsAll(gradients));
    }
  }

  @ParameterizedTest
  @MethodSource("scheduled")
  void writesNoVariableThatIsStillToBeRead(OptimizerSettings settings) {
    try (OptimizerFixture fixture = new OptimizerFixture(settings)) {
      Map<String, NodeDef> nodes = nodes(fixture);
      Set<String> step = upstream(nodes, fixture.step.train().op().name());
      step.add(fixture.step.learningRate().op().name());
      step.addAll(upstream(nodes, fixture.step.learningRate().op().name()));
      List<NodeDef> reads =
          step.stream()
              .map(nodes::get)
              .filter(node -> node.getOp().equals("ReadVariableOp"))
              .toList();
      assertThat(reads).isNotEmpty();
      assertThat(reads)
          .allSatisfy(
              read ->
                  assertThat(step)
                      .filteredOn(name -> writes(nodes.get(name)))
                      .filteredOn(name -> nodes.get(name).getInput(0).equals(read.getInput(0)))
                      .allSatisfy(
                          write -> assertThat(upstream(nodes, write)).contains(read.getName())));
    }
  }

  @ParameterizedTest
  @MethodSource("scheduled")
  void computesTheSameBitsInAFixedOrder(OptimizerSettings settings) {
    Sessions fixedOrder = Sessions.onProcessor().inFixedOrder();
    try (OptimizerFixture usual = new OptimizerFixture(settings);
        OptimizerFixture ordered =
            new OptimizerFixture(settings, GraphSession.build(fixedOrder, Function.identity()))) {
      for (int step = 0; step < 20; step++) {
        List<float[]> gradients = OptimizerFixture.gradients(step);
        assertThat(ordered.train(gradients)).isEqualTo(usual.train(gradients));
        assertThat(ordered.weights()).containsExactlyElementsOf(usual.weights());
      }
    }
  }

  private static Map<String, NodeDef> nodes(OptimizerFixture fixture) {
    return fixture.graph.graph().toGraphDef().getNodeList().stream()
        .collect(Collectors.toMap(NodeDef::getName, Function.identity()));
  }

  private static boolean writes(NodeDef node) {
    return node.getOp().startsWith("ResourceApply") || node.getOp().startsWith("Assign");
  }

  /** Returns all nodes that a node waits for. */
  private static Set<String> upstream(Map<String, NodeDef> nodes, String of) {
    Set<String> found = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(of));
    while (!open.isEmpty()) {
      for (String input : nodes.get(open.pop()).getInputList()) {
        String name = input.replaceFirst("^\\^", "").replaceFirst(":\\d+$", "");
        if (found.add(name)) {
          open.push(name);
        }
      }
    }
    return found;
  }
}
