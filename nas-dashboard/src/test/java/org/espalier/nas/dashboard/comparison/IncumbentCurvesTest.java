package org.espalier.nas.dashboard.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncumbentCurvesTest {

  private final List<StoredTrial> trials = new ArrayList<>();

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  private void trial(long second, long epochs, @Nullable Double reward) {
    int number = trials.size() + 1;
    Trial trial =
        new Trial(number, Proposal.of(Architecture.empty(), Fidelity.epochs(10)), number, 0);
    Account account = Account.of(Cost.ofEpochs(epochs));
    Outcome outcome =
        reward == null
            ? new Outcome.Failed(List.of(), account, FailureCause.EXCEPTION, "no", null)
            : new Outcome.Completed(List.of(new Measurement(1, Map.of("loss", 0.5))), account);
    TrialResult result = new TrialResult(trial, outcome, reward, List.of());
    trials.add(new StoredTrial(trial, result, List.of(), 1, at(0), at(second - 1), at(second)));
  }

  private Map<String, Object> curves(StoredSession... sessions) {
    return new IncumbentCurves(
            new StoredStudy(
                "key",
                new StudyDescription("name", 1, "name: x\n", Map.of(), at(0)),
                List.of(sessions),
                trials,
                new TreeMap<>(),
                List.of()))
        .tree();
  }

  @Test
  void aCurveRisesAndEnds() {
    trial(10, 5, 0.5);
    trial(20, 5, 0.25);
    trial(15, 10, 0.75);
    trial(30, 2, null);

    Map<String, Object> curves = curves(new StoredSession(1, at(0), at(40), "FINISHED"));

    assertThat(curves.get("trials")).hasToString("[[1, 0.5], [3, 0.75], [4, 0.75]]");
    assertThat(curves.get("epochs")).hasToString("[[5, 0.5], [20, 0.75], [22, 0.75]]");
    assertThat(curves.get("seconds")).hasToString("[[10.0, 0.5], [15.0, 0.75], [30.0, 0.75]]");
  }

  @Test
  void pausesDoNotCount() {
    trial(10, 5, 0.5);
    trial(1010, 5, 0.75);

    Map<String, Object> curves =
        curves(
            new StoredSession(1, at(0), at(20), "INTERRUPTED"),
            new StoredSession(2, at(1000), null, null));

    assertThat(curves.get("seconds")).hasToString("[[10.0, 0.5], [30.0, 0.75]]");
  }

  @Test
  void aKilledSessionEndsWithItsLastTrial() {
    trial(10, 5, 0.5);
    trial(1010, 5, 0.75);

    Map<String, Object> curves =
        curves(new StoredSession(1, at(0), null, null), new StoredSession(2, at(1000), null, null));

    assertThat(curves.get("seconds")).hasToString("[[10.0, 0.5], [20.0, 0.75]]");
  }

  @Test
  void failuresAloneHaveNoCurve() {
    trial(10, 5, null);

    assertThat(curves().values()).allSatisfy(points -> assertThat(points).isEqualTo(List.of()));
  }
}
