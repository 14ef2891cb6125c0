package org.espalier.nas.searchspace.hyperparameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.junit.jupiter.api.Test;

class HyperparametersSearchSpaceTest {

  private static HyperparametersSearchSpace space(HyperparametersSettings settings) {
    return new HyperparametersSearchSpace(settings);
  }

  private static List<String> names(HyperparametersSearchSpace space) {
    return space.decisions().stream().map(Decision::name).toList();
  }

  private static Categorical categorical(HyperparametersSearchSpace space, Choice... made) {
    return (Categorical) space.next(new Architecture(List.of(made))).orElseThrow().domain();
  }

  private static void assertRefused(String setting, String message, Runnable making) {
    assertThatThrownBy(making::run)
        .hasMessage(message)
        .isInstanceOfSatisfying(
            InvalidSettingException.class, error -> assertThat(error.setting()).isEqualTo(setting));
  }

  @Test
  void parametersAreAskedInOrderButBehindWhatTheyDependOn() {
    assertThat(
            names(
                space(
                    Parameters.of()
                        .wholeWhen("c > 2 and b > 0", "a", 1, 3)
                        .whole("b", 0, 3, 1)
                        .wholeWhen("d", "c", 1, 3)
                        .truth("d")
                        .free())))
        .containsExactly("b", "d", "c", "a");
  }

  @Test
  void settingsAreTextsInTheOrderOfTheDecisions() {
    HyperparametersSearchSpace space = space(Parameters.mixed());
    Architecture architecture =
        new Architecture(
            List.of(
                new Choice.Option("optimizer.type", 1, "adam"),
                new Choice.Real("optimizer.learningRate", 1e-3),
                new Choice.Option("batch", 3, "64"),
                new Choice.Option("shuffle", 1, "true")));

    assertThat(space.contains(architecture)).isTrue();
    assertThat(space.settings(architecture))
        .hasToString("{optimizer.type=adam, optimizer.learningRate=0.001, batch=64, shuffle=true}");
    assertThat(space.hyperparameters()).hasSize(5).contains("optimizer.momentum");
  }

  @Test
  void theDomainsAreThoseOfTheFile() {
    HyperparametersSearchSpace space =
        space(
            Parameters.of()
                .with("steps", new RealParameter(0.1, 0.35, 0.1, Scale.LINEAR, null))
                .with("units", new IntegerParameter(16, 500, 2, Scale.LOG, null))
                .real("rate", 1e-4, 0.1, Scale.LOG)
                .truth("flag")
                .free());

    assertThat(space.decisions())
        .containsExactly(
            new Decision("steps", Categorical.ordered(List.of("0.1", "0.2", "0.3"))),
            new Decision("units", new IntegerRange(16, 500, 2, Scale.LOG)),
            new Decision("rate", new RealRange(1e-4, 0.1, Scale.LOG)),
            new Decision("flag", Categorical.of(List.of("false", "true"))));
  }

  @Test
  void whatCannotBeCompletedIsMasked() {
    HyperparametersSearchSpace space =
        space(
            Parameters.of()
                .whole("a", 1, 6, 1)
                .whole("b", 1, 6, 1)
                .bound("a + b == 5 or a == 2 * b"));

    assertThat(categorical(space).allowed()).containsExactly(0, 1, 2, 3, 5);
    assertThat(categorical(space, new Choice.Option("a", 3, "4")).allowed()).containsExactly(0, 1);
    assertThat(space.count()).contains(BigInteger.valueOf(7));
  }

  @Test
  void rangesAreNarrowedToWhatFits() {
    HyperparametersSearchSpace space =
        space(
            Parameters.of()
                .real("x", 0, 1, Scale.LINEAR)
                .real("rate", 1e-3, 1, Scale.LOG)
                .whole("width", 1, 100_000, 1)
                .bound("x >= 0.3 and x < 0.6", "width * rate <= 10"));

    RealRange x = (RealRange) space.next(Architecture.empty()).orElseThrow().domain();
    assertThat(x.low()).isCloseTo(0.3, Assertions.within(1e-12)).isGreaterThanOrEqualTo(0.3);
    assertThat(x.high()).isCloseTo(0.6, Assertions.within(1e-12)).isLessThan(0.6);
    Architecture made =
        new Architecture(List.of(new Choice.Real("x", 0.5), new Choice.Real("rate", 0.25)));
    assertThat(space.next(made).orElseThrow().domain())
        .isEqualTo(new IntegerRange(1, 40, 1, Scale.LINEAR));
  }

  @Test
  void aConstraintOnWhatIsNotAskedDoesNotApply() {
    HyperparametersSearchSpace space =
        space(
            Parameters.of()
                .truth("deep")
                .wholeWhen("deep", "layers", 1, 9)
                .whole("width", 1, 3, 1)
                .bound("layers * width < 4"));

    assertThat(categorical(space, new Choice.Option("deep", 0, "false")).allowed()).hasSize(3);
    // 3 without layers; with them (1, 1…3), (2, 1), (3, 1).
    assertThat(space.count()).contains(BigInteger.valueOf(8));
  }

  @Test
  void hugeSpacesAreCountedAndDrawnFromAtOnce() {
    Parameters parameters = Parameters.of();
    for (int i = 0; i < 30; i++) {
      parameters.whole("p" + i, 1, 1000, 1);
    }
    HyperparametersSearchSpace space =
        space(parameters.optionsWhen("p0 > 500", "q", "a", "b").free());

    assertThat(space.count())
        .contains(BigInteger.valueOf(1000).pow(29).multiply(BigInteger.valueOf(1500)));
    assertThat(space.contains(space.sampleUniformly(new SplittableRandom(1)))).isTrue();
    assertThat(space.enumerate().limit(10)).hasSize(10);
  }

  @Test
  void conditionsInACircleAreRefused() {
    assertRefused(
        "parameters.a.when",
        "The condition of a depends on itself: a needs b needs a.",
        () -> Parameters.of().wholeWhen("b > 1", "a", 1, 3).wholeWhen("a > 1", "b", 1, 3).free());
  }

  @Test
  void whatCannotBeSatisfiedIsRefused() {
    assertRefused(
        "constraints.1",
        "constraints[1], character 1 of \"a * b > 9\": no values of a, b fulfil it; change it or"
            + " their ranges.",
        () -> Parameters.of().whole("a", 1, 3, 1).whole("b", 1, 3, 1).bound("a <= b", "a * b > 9"));
    assertRefused(
        "constraints.1",
        "constraints[1], character 1 of \"b < a\": no values fulfil it together with [a < b];"
            + " change one of them.",
        () -> Parameters.of().whole("a", 1, 3, 1).whole("b", 1, 3, 1).bound("a < b", "b < a"));
  }

  @Test
  void whatTakesTooLongToLookAheadIsRefused() {
    Parameters parameters = Parameters.of();
    for (int i = 0; i < 8; i++) {
      parameters.real("x" + i, 0, 1, Scale.LINEAR);
    }
    assertRefused(
        "constraints",
        "constraints [x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 > 7.9] link so many parameters that"
            + " looking ahead takes too long; link fewer, or give ranges a step.",
        () -> parameters.bound("x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 > 7.9"));
  }

  @Test
  void gapsInALargeRangeAreRefused() {
    assertRefused(
        "parameters.n",
        "The constraints allow values of n with gaps between them; list its values as options of"
            + " an ordered categorical, or take scale linear and a step for at most 256 values.",
        () -> Parameters.of().whole("n", 1, 100_000, 1).bound("n < 1000 or n > 90000"));
  }

  @Test
  void namesMustBeUsableInExpressions() {
    assertRefused(
        "parameters.layer 1",
        "The name \"layer 1\" must be made of letters, digits and _, possibly joined by dots, such"
            + " as optimizer.learningRate.",
        () -> Parameters.of().truth("layer 1").free());
    assertRefused(
        "parameters.in",
        "The name in is reserved in expressions; choose another one.",
        () -> Parameters.of().truth("in").free());
    assertRefused(
        "parameters",
        "parameters must hold at least one parameter; it is empty.",
        () -> Parameters.of().free());
    assertRefused(
        "constraints.0",
        "constraints[0], character 1 of \"1 < 2\": it names no parameter.",
        () -> Parameters.of().truth("a").bound("1 < 2"));
  }

  @Test
  void whatHasNoConstraintIsAskedAsItIs() {
    HyperparametersSearchSpace space =
        space(Parameters.of().truth("a").real("x", 0, 1, Scale.LINEAR).free());
    Architecture made = new Architecture(List.of(new Choice.Option("a", 0, "false")));

    assertThat(space.next(made).orElseThrow()).isSameAs(space.decisions().get(1));
  }
}
