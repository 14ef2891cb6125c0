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
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The direction of a metric with {@code goal: auto}. */
class MetricDirectionTest {
  private static final String SPACE =
      """
      name: direction
      searchSpace:
        type: hyperparameters
        parameters:
          x1: {type: real, low: -5, high: 10}
          x2: {type: real, low: 0, high: 15}
      budget: {trials: 5}
      output: {report: false}
      controller: {type: random}
      """;

  private final Terminal terminal = new Terminal(MetricDirectionTest::catalogue);

  @TempDir private Path folder;

  /** An evaluator whose settings tell nothing of its metrics. */
  private static final class Unspecific implements Evaluator {
    @Inject
    Unspecific() {}

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      return new Outcome.Completed(
          List.of(new Measurement(1, Map.of("value", 1.0 / trial.number(), "surprise", 1.0))),
          Account.empty());
    }
  }

  private static final class UnspecificPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(ComponentKind.EVALUATOR, "unspecific", Unspecific.class, NoSettings.class);
    }
  }

  private static Catalogue catalogue() {
    List<NasPlugin> plugins = new ArrayList<>(List.of(new UnspecificPlugin()));
    ServiceLoader.load(NasPlugin.class).forEach(plugins::add);
    return Catalogue.of(plugins);
  }

  private int run(String command, String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("direction.yaml"), yaml);
    return command.equals("run")
        ? terminal.run("run", file, "--out", folder.resolve("runs"))
        : terminal.run(command, file);
  }

  private StoredStudy study() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
      Path run = files.filter(file -> file.endsWith("study.db")).findFirst().orElseThrow();
      return new RunFolderRepository(Path.of("")).read(run.getParent().toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{type: test-function, function: branin}', value, -1",
    "'{type: test-function, function: branin, epochs: 2}', value, -1",
    "'{type: nk-landscape}', fitness, 1"
  })
  void theEvaluatorIsAsked(String evaluator, String metric, int sign) throws IOException {
    String yaml =
        SPACE + "evaluator: %s\nreward: {type: metric, metric: %s}\n".formatted(evaluator, metric);
    if (metric.equals("fitness")) {
      yaml =
          yaml.replace("{type: real, low: -5, high: 10}", "{type: boolean}")
              .replace("{type: real, low: 0, high: 15}", "{type: boolean}")
              .replace("nk-landscape}", "nk-landscape, k: 1}");
    }
    assertThat(run("run", yaml)).as("%s", terminal.err()).isZero();

    StoredStudy study = study();
    assertThat(study.results())
        .isNotEmpty()
        .allSatisfy(
            result -> {
              List<?> measured = result.outcome().measurements();
              assertThat(measured).isNotEmpty();
              double last =
                  result
                      .outcome()
                      .measurements()
                      .get(measured.size() - 1)
                      .metric(metric)
                      .orElseThrow();
              assertThat(result.reward().orElseThrow()).isEqualTo(sign * last);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reward: {type: metric, metric: surprise}",
        "reward: {type: metric, metric: value, goal: minimize}\nstopping: {type: median, metric: surprise}",
        "reward: {type: metric, metric: value, goal: minimize}\nstopping: {type: patience, metric: surprise}"
      })
  void anUnknownDirectionIsRefusedWithTheWayOut(String keys) throws IOException {
    String yaml = SPACE + "evaluator: {type: unspecific}\n" + keys + "\n";

    assertThat(run("run", yaml)).isEqualTo(2);

    assertThat(terminal.err())
        .contains("goal (auto) is not possible for the metric surprise")
        .contains("Set goal to maximize or minimize.");
  }

  @Test
  void anUnknownDirectionOfAScoreIsRefused() throws IOException {
    String base = SPACE.replaceAll("(?m)^", "  ").replace("  name: direction\n", "");
    String yaml =
        "name: scores\nbase:\n"
            + base.stripTrailing()
            + """

              evaluator: {type: unspecific}
              reward: {type: metric, metric: value, goal: minimize}
            score: {metric: surprise}
            seeds: 2
            arms:
              a:
              b: {controller: {type: tpe}}
            """;
    Path file = Files.writeString(folder.resolve("scores.yaml"), yaml);

    assertThat(terminal.run("compare", file, "--out", folder.resolve("out"))).isEqualTo(2);
    assertThat(terminal.err())
        .contains("score.goal (auto) is not possible for the metric surprise");

    Files.writeString(file, yaml.replace("metric: surprise", "metric: value"));
    assertThat(terminal.run("compare", file, "--out", folder.resolve("out")))
        .as("%s", terminal.err())
        .isZero();
    assertThat(terminal.out()).contains("minus value of the best found");
  }
}
