package org.espalier.nas.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.junit.jupiter.api.Test;

class TrialsCsvTest {

  private static final Instant AT = Instant.ofEpochMilli(1_700_000_000_123L);

  private static Trial trial(int number, Choice... choices) {
    return new Trial(
        number,
        new Proposal(new Architecture(List.of(choices)), new Fidelity(9, 1), null, null),
        7,
        0);
  }

  private static String csv(StoredTrial... trials) {
    StudyDescription description =
        new StudyDescription(
            "a",
            1,
            "name: a\n",
            Map.of(),
            List.of(new Objective("size, \"MB\"", Direction.MINIMIZE, "MB", null, true)),
            AT);
    return new TrialsCsv(
            FollowedStudy.first(
                new StoredStudy(
                    "k", description, List.of(), List.of(trials), new TreeMap<>(), List.of()),
                null))
        .text();
  }

  @Test
  void textsAreQuotedAndFormulasAreHarmless() {
    Trial first =
        trial(
            1,
            new Choice.Option("layer, 1", 0, "=SUM(A1)"),
            new Choice.Option("kind", 0, "a \"b\"\nc"),
            new Choice.Whole("units", -7),
            new Choice.Real("rate", 1e-3));
    Trial second =
        trial(2, new Choice.Option("layer, 1", 1, "-3"), new Choice.Option("@odd", 0, "(8, relu)"));
    Outcome outcome =
        new Outcome.Completed(
            List.of(
                new Measurement(1, Map.of("loss", 2.0, "early", 1.0)),
                new Measurement(2, Map.of("loss", Double.NaN))),
            new Account(Map.of(), Map.of()));

    String csv =
        csv(
            new StoredTrial(
                first,
                new TrialResult(first, outcome, -0.25, List.of(3.5)),
                List.of(),
                1,
                AT,
                AT,
                AT.plusMillis(1)),
            new StoredTrial(second, null, List.of(), 0, AT, null, null));

    assertThat(csv)
        .isEqualTo(
            "number,state,reward,predicted,continues,epochs,plannedEpochs,attempts,asked,started,"
                + "ended,\"objective.size, \"\"MB\"\"\",\"decision.layer, 1\",decision.kind,"
                + "decision.units,decision.rate,decision.@odd,metric.early,metric.loss\r\n"
                + "1,completed,-0.25,,,2,9,1,2023-11-14T22:13:20.123Z,2023-11-14T22:13:20.123Z,"
                + "2023-11-14T22:13:20.124Z,3.5,'=SUM(A1),\"a \"\"b\"\"\nc\",-7,0.001,,1.0,\r\n"
                + "2,waiting,,,,0,9,0,2023-11-14T22:13:20.123Z,,,,-3,,,,\"(8, relu)\",,\r\n");
  }

  @Test
  void aStudyWithoutTrialsHasAHeader() {
    assertThat(csv().lines()).hasSize(1);
  }
}
