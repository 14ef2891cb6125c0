package org.example.hedgerow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.testkit.DatasetContract;
import org.junit.jupiter.api.Test;

/** Tests the contract of data sets. */
class HedgerowTest extends DatasetContract {

  @Override
  protected Dataset dataset() {
    return dataset(1);
  }

  @Override
  protected Optional<Dataset> another() {
    return Optional.of(dataset(2));
  }

  private static Dataset dataset(long seed) {
    HedgerowSettings settings = new HedgerowSettings(200, 0.5, seed, Preparation.standard());
    return new Hedgerow(settings, new RandomStreams(1));
  }

  @Test
  void aSiteIsOneFeatureForEachCategory() {
    assertThat(((DatasetInfo.Tabular) dataset().info()).features())
        .extracting(Feature::name)
        .containsExactly("temperature", "humidity", "site=forest", "site=meadow", "site=town");
    assertThat(dataset().info().task())
        .isEqualTo(new Task.Classification("ground", List.of("dew", "dry")));
  }

  @Test
  void aTenthIsForComparingCandidatesAndAFifthForTheEnd() {
    assertThat(dataset().examples(Part.VALIDATION).size()).isEqualTo(20);
    assertThat(dataset().examples(Part.TEST).size()).isEqualTo(40);
  }

  @Test
  void theAuditFindsNothing() {
    assertThat(dataset().audit()).isEmpty();
  }
}
