package org.espalier.nas.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.Problem;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchAnswerTest {

  private static final String YAML =
      """
      name: base
      controller: {type: random}
      searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
      evaluator: {type: hidden-architecture, noise: 0.5}
      """;

  private static LocatedExperiment located(String yaml) {
    Catalogue catalogue = Catalogue.load(SearchAnswerTest.class.getClassLoader());
    return new ExperimentReader(catalogue).readStored(Path.of("base.yaml"), yaml);
  }

  private static Throwable sent(
      NasException error, LocatedExperiment there, LocatedExperiment here) {
    Bundle bundle = Bundle.of(new Bundle(SearchAnswer.of(error, there), Map.of()).bytes());
    return catchThrowable(() -> SearchAnswer.result(bundle, here));
  }

  static Stream<NasException> errors() {
    return Stream.of(
        new NasException("It failed.\nTwice."),
        new InvalidDataException("Row 3 is broken."),
        new InvalidSettingException("score.metric", "score.metric (a) is wrong."),
        new StoreException(StoreException.Kind.FULL, "study.db", "The disk is full."));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorsKeepTheirKindAndMessage(NasException error) {
    LocatedExperiment located = located(YAML);

    assertThat(sent(error, located, located))
        .hasSameClassAs(error)
        .hasMessage(error.getMessage())
        .satisfies(found -> assertThat(details(found)).isEqualTo(details(error)));
  }

  private static String details(Throwable error) {
    if (error instanceof StoreException store) {
      return store.kind() + " " + store.place();
    }
    return error instanceof InvalidSettingException invalid ? invalid.setting() : "";
  }

  @Test
  void problemsHaveThePlaceOfTheSettingHere() {
    LocatedExperiment there = located("# A comment.\n\n" + YAML);
    LocatedExperiment here = located(YAML);
    InvalidExperimentException error =
        new InvalidExperimentException(
            List.of(
                new Problem(there.place("evaluator", "noise"), "one"),
                new Problem(there.place("searchSpace", "nodes", "1"), "two"),
                new Problem(there.place(""), "three")));

    assertThat(error).hasMessageStartingWith("base.yaml:6:").hasMessageContaining("base.yaml:3:1:");
    assertThat(sent(error, there, here))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessage(
            "%s: one\n%s: two\nbase.yaml:1:1: three",
            here.place("evaluator", "noise"), here.place("searchSpace", "nodes", "1"));
  }

  @Test
  void resultsComeBack() {
    SearchFile found =
        new SearchFile(
            List.of(
                new TrialPoint(1, 10, 0.1 + 0.2, -0.0, 3, 1e-7),
                new TrialPoint(2, 10, null, null, 3, 0)),
            List.of("[(4, relu)]", "[(8, \"relu\")]"),
            null,
            "accuracy",
            "0123456789ab",
            Map.of());

    assertThat(SearchAnswer.result(new Bundle(SearchAnswer.of(found), Map.of()), located(YAML)))
        .isEqualTo(found);
  }
}
