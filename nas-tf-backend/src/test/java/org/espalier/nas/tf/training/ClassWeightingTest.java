package org.espalier.nas.tf.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.junit.jupiter.api.Test;

class ClassWeightingTest {
  private static final Task CLASSES = new Task.Classification("y", List.of("a", "b", "c"));
  private static final Examples EXAMPLES =
      new Examples(TensorShape.of(1), new float[6], new float[] {0, 0, 0, 1, 1, 2});

  @Test
  void balancedIsExamplesByClassesTimesCount() {
    ClassWeighting balanced = new ClassWeighting(ClassWeighting.Type.BALANCED, Map.of());

    assertThat(balanced.of(CLASSES, EXAMPLES).values())
        .containsExactly(6f / (3 * 3), 6f / (3 * 2), 2f);
  }

  @Test
  void givenWeightsGoByName() {
    ClassWeighting given =
        new ClassWeighting(ClassWeighting.Type.GIVEN, Map.of("c", 4.0, "a", 0.5));

    assertThat(given.of(CLASSES, EXAMPLES).values()).containsExactly(0.5f, 1f, 4f);
  }

  @Test
  void noneNeedsNoClasses() {
    assertThat(ClassWeighting.none().of(new Task.Regression("y"), EXAMPLES)).isNull();
  }

  @Test
  void weightsOfANumberAreRefused() {
    ClassWeighting balanced = new ClassWeighting(ClassWeighting.Type.BALANCED, Map.of());

    assertThatThrownBy(() -> balanced.of(new Task.Regression("price"), EXAMPLES))
        .isInstanceOf(NasException.class)
        .hasMessage("classWeights need classes, but price is a number: set type to none.");
  }

  @Test
  void anUnknownClassIsRefused() {
    ClassWeighting given = new ClassWeighting(ClassWeighting.Type.GIVEN, Map.of("d", 1.0));

    assertThatThrownBy(() -> given.of(CLASSES, EXAMPLES))
        .isInstanceOf(NasException.class)
        .hasMessage("classWeights name the class d; the classes are [a, b, c].");
  }

  @Test
  void weightsAndTypeMustFit() {
    assertThatThrownBy(() -> new ClassWeighting(ClassWeighting.Type.GIVEN, Map.of()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("weights ({}) must be given with type given, and only then; type is given.");
    assertThatThrownBy(() -> new ClassWeighting(ClassWeighting.Type.NONE, Map.of("a", 1.0)))
        .isInstanceOf(InvalidSettingException.class);
    assertThatThrownBy(() -> new ClassWeighting(ClassWeighting.Type.GIVEN, Map.of("a", -1.0)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("weights of \"a\" (-1.0) must not be negative.");
  }
}
