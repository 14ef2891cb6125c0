package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stack traces of exceptions of plugins, and the states of runs that they end in. */
class StackTracesTest {
  private static final String SEARCH =
      """
      name: %s
      searchSpace:
        type: hyperparameters
        parameters: {a: {type: integer, low: 1, high: 9}}
      controller: {type: grid}
      evaluator: {type: %s}
      reward: {type: %s}
      budget: {trials: 3}
      output: {report: false}
      """;

  private static final String TRACE =
      "(?s)java\\.lang\\.IllegalStateException: Outer\\.\\n\\tat \\S*Breaking\\.evaluate\\(StackTracesTest\\.java:\\d+\\)"
          + ".*Caused by: java\\.lang\\.ArithmeticException: Inner of trial %s\\..*";

  private final Terminal terminal = new Terminal(StackTracesTest::catalogue);
  private final ObjectMapper json = new ObjectMapper();

  @TempDir private Path folder;

  /** Evaluators that fail always, in the second trial, and never; a reward that fails. */
  public static final class BreakingPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(ComponentKind.EVALUATOR, "broken", Broken.class, NoSettings.class);
      registry.component(ComponentKind.EVALUATOR, "second", Second.class, NoSettings.class);
      registry.component(ComponentKind.EVALUATOR, "sound", Sound.class, NoSettings.class);
      registry.component(ComponentKind.REWARD, "brittle", BrittleReward.class, NoSettings.class);
    }
  }

  private abstract static class Breaking implements Evaluator {
    abstract boolean fails(Trial trial);

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      if (fails(trial)) {
        throw new IllegalStateException(
            "Outer.", new ArithmeticException("Inner of trial " + trial.number() + "."));
      }
      return new Outcome.Completed(
          List.of(new Measurement(1, Map.of(Measurement.VALIDATION_ACCURACY, 0.5))),
          Account.empty());
    }
  }

  private static final class Broken extends Breaking {
    @Inject
    Broken() {}

    @Override
    boolean fails(Trial trial) {
      return true;
    }
  }

  private static final class Second extends Breaking {
    @Inject
    Second() {}

    @Override
    boolean fails(Trial trial) {
      return trial.number() == 2;
    }
  }

  private static final class Sound extends Breaking {
    @Inject
    Sound() {}

    @Override
    boolean fails(Trial trial) {
      return false;
    }
  }

  private static final class BrittleReward implements Reward {
    @Inject
    BrittleReward() {}

    @Override
    public double of(Outcome outcome) {
      throw new IllegalStateException("The reward is broken.");
    }

    @Override
    public String description() {
      return "nothing";
    }
  }

  private static Catalogue catalogue() {
    List<NasPlugin> plugins = new ArrayList<>(List.of(new BreakingPlugin()));
    ServiceLoader.load(NasPlugin.class).forEach(plugins::add);
    return Catalogue.of(plugins);
  }

  private int run(String name, String evaluator, String reward, Object... flags)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name + ".yaml"), SEARCH.formatted(name, evaluator, reward));
    List<Object> arguments = new ArrayList<>(List.of(flags));
    arguments.addAll(List.of("run", file, "--out", folder.resolve("runs")));
    return terminal.run(arguments.toArray());
  }

  private Path onlyRun(String name) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs").resolve(name))) {
      return runs.filter(run -> !Files.isSymbolicLink(run)).findFirst().orElseThrow();
    }
  }

  @Test
  void areKeptInTheStoreTheLogAndShown() throws IOException {
    assertThat(run("second", "second", "metric")).as(terminal.err()).isZero();
    String expected = TRACE.formatted("2");
    Path run = onlyRun("second");

    Outcome outcome =
        new RunFolderRepository(Path.of("")).read(run.toString()).results().get(1).outcome();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.trace()).matches(expected));
    assertThat(run.resolve("log.txt")).content().containsPattern(expected);
    assertThat(terminal.run("show", run, "2")).as(terminal.err()).isZero();
    assertThat(terminal.out()).containsPattern("Stack trace\\R" + expected);
    assertThat(terminal.run("show", run, "2", "--json")).as(terminal.err()).isZero();
    assertThat(json.readTree(terminal.out()).get("stackTrace").asText()).matches(expected);
    assertThat(terminal.run("show", run, "1")).isZero();
    assertThat(terminal.out()).doesNotContain("Stack trace");
    assertThat(terminal.run("show", run, "1", "--json")).isZero();
    assertThat(terminal.out()).doesNotContain("stackTrace");
  }

  @Test
  void areWrittenWithDebugIfAllTrialsFail() throws IOException {
    assertThat(run("quiet", "broken", "metric")).isEqualTo(1);
    assertThat(terminal.err() + terminal.out()).doesNotContain("\tat ");

    assertThat(run("loud", "broken", "metric", "--debug")).isEqualTo(1);
    assertThat(terminal.err()).containsPattern(TRACE.formatted("1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--debug", "--json"})
  void ofARewardAreInTheLogAndWrittenWithDebugOnly(String flag) throws IOException {
    Object[] flags = flag.equals("--debug") ? new Object[] {flag} : new Object[0];
    assertThat(run("reward", "sound", "brittle", flags)).isEqualTo(1);

    String frame = "\tat \\S*BrittleReward\\.of\\(StackTracesTest\\.java:\\d+\\)";
    assertThat(onlyRun("reward").resolve("log.txt")).content().containsPattern(frame);
    assertThat(terminal.err()).contains("The reward is broken.");
    if (flags.length == 0) {
      assertThat(terminal.err()).doesNotContainPattern(frame);
    } else {
      assertThat(terminal.err()).containsPattern(frame);
    }
  }

  @Test
  void theStatesOfRunsAreToldApart() throws IOException {
    assertThat(run("sound", "sound", "metric")).isZero();
    assertThat(run("second", "second", "metric")).isZero();
    assertThat(run("broken", "broken", "metric")).isEqualTo(1);
    assertThat(run("reward", "sound", "brittle")).isEqualTo(1);

    assertThat(terminal.run("runs", "--json", "--out", folder.resolve("runs"))).isZero();
    JsonNode runs = json.readTree(terminal.out());
    assertThat(runs)
        .extracting(run -> name(run) + " " + run.get("status").asText())
        .containsExactlyInAnyOrder(
            "sound finished", "second finished", "broken failed", "reward failed");
    assertThat(runs).noneMatch(run -> run.hasNonNull("holder"));
  }

  private static String name(JsonNode run) {
    return Path.of(run.get("run").asText()).getParent().getFileName().toString();
  }
}
