package org.espalier.nas.api.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class SortedMetricsTest {

  private static final List<String> NAMES = List.of("accuracy", "loss", "validation.loss");

  private final Measurement shared = Measurement.of(3, NAMES, 0.5, Double.NaN, -1);

  @Test
  void aMeasurementWithSharedNamesEqualsAnyOther() {
    Measurement other =
        new Measurement(3, Map.of("validation.loss", -1.0, "loss", Double.NaN, "accuracy", 0.5));

    assertThat(shared).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
    assertThat(other).isEqualTo(shared);
    assertThat(shared.metrics().keySet()).containsExactlyElementsOf(NAMES);
    assertThat(shared.metric("loss")).hasValue(Double.NaN);
    assertThat(shared.metric("los")).isEmpty();
    assertThat(shared.metrics()).containsKey("loss").doesNotContainKey("a").hasSize(3);
    assertThat(Measurement.of(1, List.of())).isEqualTo(new Measurement(1, Map.of()));
  }

  @Test
  void itCannotBeChanged() {
    Iterator<Map.Entry<String, Double>> entries = shared.metrics().entrySet().iterator();
    Map.Entry<String, Double> first = entries.next();

    assertThatThrownBy(() -> shared.metrics().put("loss", 1.0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> first.setValue(1.0)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(entries::remove).isInstanceOf(UnsupportedOperationException.class);
    entries.next();
    entries.next();
    assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    double[] values = {1};
    Measurement copy = Measurement.of(1, List.of("loss"), values);
    values[0] = 2;
    assertThat(copy.metric("loss")).hasValue(1);
  }

  @Test
  void namesOutOfOrderAreRefused() {
    assertThatThrownBy(() -> Measurement.of(1, List.of("b", "a"), 1, 2))
        .hasMessageContaining("names ([b, a]) must be in ascending order");
    assertThatThrownBy(() -> Measurement.of(1, List.of("a", "a"), 1, 2))
        .hasMessageContaining("each once");
    assertThatThrownBy(() -> Measurement.of(1, List.of("a"), 1, 2))
        .hasMessage("values (2) must be as many as names (1).");
  }
}
