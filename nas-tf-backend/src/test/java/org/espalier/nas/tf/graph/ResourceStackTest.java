package org.espalier.nas.tf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

@Isolated("counts native objects of the process")
class ResourceStackTest {
  private final ResourceStack stack = new ResourceStack();
  private final List<String> closed = new ArrayList<>();

  private void push(String name) {
    stack.open(() -> name, closed::add);
  }

  private void pushFailing(String name) {
    stack.open(
        () -> name,
        resource -> {
          closed.add(resource);
          throw new IllegalStateException(resource);
        });
  }

  @Test
  void closesInReverseOrderAndOnce() {
    push("graph");
    push("session");

    stack.close();
    stack.close();

    assertThat(closed).containsExactly("session", "graph");
  }

  @Test
  void closesEverythingAndKeepsAllFailures() {
    pushFailing("graph");
    push("session");
    pushFailing("tensor");

    assertThatThrownBy(stack::close)
        .hasMessage("tensor")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("graph"));
    assertThat(closed).containsExactly("tensor", "session", "graph");
  }

  @Test
  void closesWhatWasOpenedIfOpeningTheNextFails() {
    pushFailing("graph");
    push("session");

    assertThatThrownBy(
            () ->
                stack.open(
                    () -> {
                      throw new OutOfMemoryError("no memory");
                    },
                    resource -> closed.add("never")))
        .isInstanceOf(OutOfMemoryError.class)
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("graph"));
    assertThat(closed).containsExactly("session", "graph");
  }

  @Test
  void openNativeObjectsAreCounted() {
    // The first time loads classes that keep native objects for good.
    openNativeObjects();
    long before = NativeResources.open();

    assertThat(openNativeObjects()).isGreaterThan(before);
    assertThat(NativeResources.open()).isLessThanOrEqualTo(before);
  }

  private static long openNativeObjects() {
    try (GraphSession graph = new GraphSession();
        TFloat32 tensor = Tensors.of(new float[] {1}, Shape.of(1))) {
      assertThat(graph.session()).isNotNull();
      assertThat(tensor.shape()).isEqualTo(Shape.of(1));
      return NativeResources.open();
    }
  }

  @Test
  void aGraphIsClosedIfItsSessionCannotBeOpened() {
    NativeResources.assertNoneLeftBy(
            () ->
                new GraphSession(
                    graph -> {
                      throw new NasException("no session");
                    }))
        .hasMessage("no session");
  }

  @Test
  void aGraphIsClosedIfNothingCanBeBuiltOnIt() {
    NativeResources.assertNoneLeftBy(
            () ->
                GraphSession.build(
                    graph -> {
                      throw new NasException("not built");
                    }))
        .hasMessage("not built");
  }

  @Test
  void tensorsAreClosedIfSavedValuesDoNotFit() {
    try (GraphSession graph = new GraphSession()) {
      List<Variable<TFloat32>> one = List.of(Variable.floats(graph.tf(), "one", Shape.of(2)));
      Checkpoint.write(graph.session(), one, List.of(new float[] {1, 2}));
      byte[] saved = Checkpoint.save(graph.session(), one);
      List<Variable<TFloat32>> two =
          List.of(one.get(0), Variable.floats(graph.tf(), "two", Shape.of(2)));

      NativeResources.assertNoneLeftBy(() -> Checkpoint.restore(graph.session(), two, saved))
          .isInstanceOf(NasException.class);
      NativeResources.assertNoneLeftBy(
              () ->
                  Checkpoint.write(
                      graph.session(), two, List.of(new float[] {1, 2}, new float[] {1})))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
