package org.espalier.nas.tf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.op.Ops;

@Isolated("changes the default locale of the process")
class NodeScopeTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "bn-BD", "th-TH-u-nu-thai", "mr-IN"})
  void numbersNodesInAsciiDigitsInEveryLocale(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    try (GraphSession session = new GraphSession()) {
      assertThat(String.format("%d", 1)).as("digits of %s", locale).isNotEqualTo("1");
      assertThat(names(session.tf()))
          .containsExactly(
              "Const", "Const_1", "given", "given_1", "part/Const", "part/Const_1", "part_1/Const");
    }
  }

  @Test
  void givesTheNamesOfTensorFlowInAnEnglishLocale() {
    Locale.setDefault(Locale.ENGLISH);
    List<String> reference;
    try (Graph graph = new Graph()) {
      reference = names(Ops.create(graph));
    }
    try (GraphSession session = new GraphSession()) {
      assertThat(names(session.tf())).isEqualTo(reference);
    }
  }

  @Test
  void keepsControlDependenciesAndDevices() {
    try (GraphSession session = new GraphSession()) {
      Ops tf = session.tf();
      var first = tf.constant(1);
      var second =
          tf.withControlDependencies(List.of(first)).withName("second").math.neg(tf.constant(2));
      assertThat(second.op().name()).isEqualTo("second");
      assertThat(session.graph().toGraphDef().getNodeList())
          .filteredOn(node -> node.getName().equals("second"))
          .singleElement()
          .satisfies(node -> assertThat(node.getInputList()).contains("^Const"));
    }
  }

  @Test
  void refusesNamesThatTensorFlowRefuses() {
    try (GraphSession session = new GraphSession()) {
      assertThatThrownBy(() -> session.tf().withName("größe"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("größe");
    }
  }

  private static List<String> names(Ops tf) {
    List<String> names = new ArrayList<>();
    names.add(tf.constant(1).op().name());
    names.add(tf.constant(2).op().name());
    names.add(tf.withName("given").constant(3).op().name());
    names.add(tf.withName("given").constant(4).op().name());
    Ops part = tf.withSubScope("part");
    names.add(part.constant(5).op().name());
    names.add(part.constant(6).op().name());
    names.add(tf.withSubScope("part").constant(7).op().name());
    return names;
  }
}
