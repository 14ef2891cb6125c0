package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs, reports and comparisons of metrics of any size, which end and are readable. */
@Timeout(120)
class ExtremeMetricsTest {
  private static final String VALUES =
      "base:\n"
          + """
            name: extreme
            searchSpace:
              type: hyperparameters
              parameters:
                x: {type: categorical, options: [%s]}
            controller: {type: grid}
            evaluator: {type: echo}
            reward: {type: metric, metric: value, goal: %s}
            budget: {trials: 5}
          """
              .indent(2);

  private final Terminal terminal = new Terminal(ExtremeMetricsTest::catalogue);

  @TempDir private Path folder;

  /** An evaluator that measures the value of the parameter x. */
  public static final class EchoPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(ComponentKind.EVALUATOR, "echo", EchoEvaluator.class, NoSettings.class);
    }
  }

  private static final class EchoEvaluator implements Evaluator {
    @Inject
    EchoEvaluator() {}

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      String text = trial.proposal().architecture().summary().replaceAll("\\[x=(.*)]", "$1");
      double value = Double.parseDouble(text);
      return new Outcome.Completed(
          List.of(new Measurement(1, Map.of("value", value))), Account.empty());
    }
  }

  private static Catalogue catalogue() {
    List<NasPlugin> plugins = new ArrayList<>(List.of(new EchoPlugin()));
    ServiceLoader.load(NasPlugin.class).forEach(plugins::add);
    return Catalogue.of(plugins);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e34, 0.5, 0.25",
        "-2.5e34, 0.1",
        "1e60, -1e60, 1",
        "1e300, -1e308, 0",
        "1.7976931348623157e308, -1.7976931348623157e308",
        "4.9e-324, 1e-310, 0",
        "4.9e-324, 1.7976931348623157e308",
        "1e34, 1.0000000000000001e34",
        "7",
        "NaN, 0.5, Infinity, 2",
      })
  void areShownReadably(String values) throws IOException {
    for (String goal : List.of("minimize", "maximize")) {
      Path runs = folder.resolve(goal);
      String base = VALUES.formatted(values, goal);
      Path file = file("extreme", base.replaceFirst("base:\n", "").replaceAll("(?m)^  ", ""));
      assertThat(terminal.run("run", file, "--out", runs, "--set", "output.report=false"))
          .as(terminal.err())
          .isZero();
      assertNarrow();
      for (String command : List.of("top", "trials", "report")) {
        assertThat(terminal.run(command, "latest", "--out", runs)).as(terminal.err()).isZero();
        assertNarrow();
      }
      assertThat(terminal.run("show", "latest", "1", "--out", runs)).as(terminal.err()).isZero();
      assertNarrow();
      compare(base, runs);
      assertPagesReadable(runs);
    }
  }

  private void compare(String base, Path runs) throws IOException {
    Path file =
        file(
            "two",
            base
                + """
                name: two
                seeds: 2
                resamples: 100
                arms:
                  grid: {}
                  random: {controller: {type: random}}
                """);
    assertThat(terminal.run("compare", file, "--out", runs)).as(terminal.err()).isZero();
    assertNarrow();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  private void assertNarrow() {
    assertThat(terminal.out().lines().filter(line -> !line.contains(folder.toString())))
        .as(terminal.out())
        .allMatch(line -> line.length() < 250)
        .noneMatch(line -> line.matches(".*\\d{20}.*"));
  }

  private static void assertPagesReadable(Path runs) throws IOException {
    try (Stream<Path> files = Files.walk(runs)) {
      List<Path> pages = files.filter(path -> path.endsWith("report.html")).toList();
      assertThat(pages).hasSizeGreaterThan(1);
      for (Path page : pages) {
        assertThat(page)
            .content()
            .doesNotContainPattern("(?:[dxy12]|width|height)=\"[^\"]*(?:NaN|Infinity)")
            .doesNotContainPattern("<(text|td|dd)[^>]*>[^<]*\\d{20}");
      }
    }
  }
}
