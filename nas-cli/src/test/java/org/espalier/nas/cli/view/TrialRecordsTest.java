package org.espalier.nas.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialRecordsTest {

  private static Map<String, Object> record(Object... pairs) {
    Map<String, Object> record = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      record.put((String) pairs[i], pairs[i + 1]);
    }
    return record;
  }

  @Test
  void csvHasAColumnForEachNameAndEmptyCells() {
    assertThat(
            TrialRecords.csv(
                List.of(
                    record("trial", 1, "status", "failed", "seed", -3L, "decision.a", 4L, "m", 0.5),
                    record("trial", 2, "status", "completed", "reward", 1e-9, "decision.b", "x"))))
        .isEqualTo(
            """
            trial,status,reward,seed,decision.a,decision.b,m
            1,failed,,-3,4,,0.5
            2,completed,1.0E-9,,,x,
            """);
  }

  @Test
  void csvQuotesCommasQuotesAndLineBreaks() {
    assertThat(TrialRecords.csv(List.of(record("message", "a, \"b\"\nc"))))
        .isEqualTo("message\n\"a, \"\"b\"\"\nc\"\n");
  }
}
