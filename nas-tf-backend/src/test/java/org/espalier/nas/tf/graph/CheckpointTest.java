package org.espalier.nas.tf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

class CheckpointTest {
  private static final float[] MATRIX = {1, -2.5f, Float.MIN_VALUE, 4, -0f, Float.MAX_VALUE};
  private static final float[] VECTOR = {0.1f, 0.2f};

  private final GraphSession graph = new GraphSession();
  private final Session session = graph.session();
  private final Variable<TFloat32> matrix = Variable.floats(graph.tf(), "matrix", Shape.of(2, 3));
  private final Variable<TFloat32> vector = Variable.floats(graph.tf(), "vector", Shape.of(2));
  private final Variable<TInt64> counter = Variable.counter(graph.tf(), "counter");
  private final List<Variable<TFloat32>> weights = List.of(matrix, vector);
  private final List<Variable<?>> all = List.of(matrix, counter, vector);

  @BeforeEach
  void assign() {
    Checkpoint.write(session, weights, List.of(MATRIX, VECTOR));
    graph.run(List.of(counter.assign(graph.tf().constant(1L << 40))));
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void readsWhatItWrote() {
    assertThat(Checkpoint.read(session, weights)).containsExactly(MATRIX, VECTOR);
  }

  @Test
  void keepsWhatItReadWhenTheVariableChanges() {
    List<float[]> read = Checkpoint.read(session, weights);
    Ops tf = graph.tf();
    graph.run(List.of(tf.assignAddVariableOp(vector.handle(), vector.value())));
    assertThat(read.get(1)).containsExactly(VECTOR);
    assertThat(Checkpoint.read(session, weights).get(1)).containsExactly(0.2f, 0.4f);
  }

  @Test
  void restoresEveryTypeExactly() {
    byte[] saved = Checkpoint.save(session, all);
    Checkpoint.write(session, weights, List.of(new float[6], new float[2]));
    graph.run(List.of(counter.assign(graph.tf().constant(3L))));
    Checkpoint.restore(session, all, saved);
    assertThat(Checkpoint.read(session, weights)).containsExactly(MATRIX, VECTOR);
    assertThat(Checkpoint.save(session, all)).isEqualTo(saved);
  }

  @Test
  void runsWhatElseItIsGivenInTheSameRun() {
    Op zero = counter.assign(graph.tf().constant(0L));
    Checkpoint.write(session, List.of(vector), List.of(new float[] {5, 6}), zero);
    Checkpoint.write(session, List.of(), List.of());
    try (Result result = graph.runner().fetch(vector.value()).fetch(counter.value()).run()) {
      assertThat(Tensors.floats(result.get(0))).containsExactly(5, 6);
      assertThat(result.get(1).asRawTensor().data().asLongs().getLong(0)).isZero();
    }
  }

  @Test
  void savesNothingAsNothing() {
    byte[] saved = Checkpoint.save(session, List.of());
    Checkpoint.restore(session, List.of(), saved);
    assertThat(Checkpoint.read(session, List.of())).isEmpty();
  }

  @Test
  void refusesStatesOfOtherVariables() {
    byte[] saved = Checkpoint.save(session, all);
    assertThatThrownBy(() -> Checkpoint.restore(session, weights, saved))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("2 variables do not take them all up");
    assertThatThrownBy(
            () -> Checkpoint.restore(session, all, Arrays.copyOf(saved, saved.length - 1)))
        .isInstanceOf(NasException.class)
        .hasMessageContaining("they end before vector[2]");
    byte[] text = "ES".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> Checkpoint.restore(session, all, text))
        .isInstanceOf(NasException.class)
        .hasMessage("These 2 bytes are no saved variables.");
    assertThat(Checkpoint.read(session, weights)).containsExactly(MATRIX, VECTOR);
  }

  @Test
  void refusesValuesThatDoNotFit() {
    assertThatThrownBy(() -> Checkpoint.write(session, weights, List.of(MATRIX)))
        .hasMessage("values (1) must be as many as variables (2).");
    assertThatThrownBy(() -> Checkpoint.write(session, weights, List.of(MATRIX, MATRIX)))
        .hasMessage("values (6) must be as many as a tensor of shape [2] has.");
  }
}
