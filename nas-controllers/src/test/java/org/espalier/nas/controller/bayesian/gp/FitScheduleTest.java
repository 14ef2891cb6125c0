package org.espalier.nas.controller.bayesian.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.controller.bayesian.gp.FitSchedule.Search;
import org.junit.jupiter.api.Test;

class FitScheduleTest {

  private static long searches(int fits) {
    FitSchedule schedule = new FitSchedule();
    return IntStream.range(0, fits).filter(i -> schedule.advance() != Search.NONE).count();
  }

  @Test
  void everyEarlyFitSearchesAndThenEverFewer() {
    assertThat(searches(40)).isEqualTo(40);
    assertThat(searches(100)).isBetween(55L, 60L);
    assertThat(searches(1000)).isBetween(100L, 110L);
    assertThat(searches(10_000)).isBetween(145L, 160L);
  }

  @Test
  void theFirstTenAndThenEveryFourthStartEverywhere() {
    FitSchedule schedule = new FitSchedule();

    assertThat(Stream.generate(schedule::advance).limit(16))
        .extracting(search -> search == Search.EVERYWHERE ? 'E' : 'c')
        .containsExactly(
            'E', 'E', 'E', 'E', 'E', 'E', 'E', 'E', 'E', 'E', 'c', 'E', 'c', 'c', 'c', 'E');
  }

  @Test
  void aRestoredScheduleContinues() throws IOException {
    FitSchedule schedule = new FitSchedule();
    IntStream.range(0, 57).forEach(i -> schedule.advance());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    schedule.write(new DataOutputStream(bytes));
    FitSchedule restored = new FitSchedule();
    restored.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(Stream.generate(restored::advance).limit(50))
        .containsExactlyElementsOf(Stream.generate(schedule::advance).limit(50).toList());
  }
}
