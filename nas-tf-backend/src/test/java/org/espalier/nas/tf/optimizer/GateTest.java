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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.proto.NodeDef;

/**
 * A test that no variable is updated while a gradient is still computed, since training would not
 * be reproducible.
 */
class GateTest {

  static List<OptimizerSettings> optimizers() {
    return Optimizers.usual(0.1);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void changesNothingBeforeAllGradientsAreKnown(OptimizerSettings settings) {
    try (OptimizerFixture fixture = new OptimizerFixture(settings)) {
      Map<String, NodeDef> nodes =
          fixture.graph.graph().toGraphDef().getNodeList().stream()
              .collect(Collectors.toMap(NodeDef::getName, Function.identity()));
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
