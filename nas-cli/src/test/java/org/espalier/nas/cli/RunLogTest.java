package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log files of runs and comparisons. */
@Isolated("replaces the streams of the process")
class RunLogTest {
  private static final String SETTINGS =
      """
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp, nodes: [4, 8]}
      controller: {type: random}
      budget: {trials: 6}
      seed: 3
      workers: 2
      output: {report: false}
      """;

  private static final String FAULTY = SETTINGS + "evaluator: {type: faulty}\n";

  private static final String LINE =
      "(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z %s +\\[%s\\] %s - %s";

  private final Terminal terminal = new Terminal(RunLogTest::catalogue);

  @TempDir Path folder;

  /** An evaluator that fails in two ways, and a callback that fails until a file is there. */
  public static final class FaultyPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(
          ComponentKind.EVALUATOR, "faulty", FaultyEvaluator.class, NoSettings.class);
      registry.component(ComponentKind.CALLBACK, "brittle", Brittle.class, NoSettings.class);
    }
  }

  private static final class FaultyEvaluator implements Evaluator {
    @Inject
    FaultyEvaluator() {}

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      List<Measurement> measured =
          List.of(new Measurement(1, Map.of(Measurement.VALIDATION_ACCURACY, 0.5)));
      return switch (trial.number()) {
        case 2 -> throw new IllegalStateException("Broken on purpose.");
        case 4 ->
            new Outcome.Failed(
                measured, Account.empty(), FailureCause.DIVERGED, "The loss is NaN.");
        default -> new Outcome.Completed(measured, Account.empty());
      };
    }
  }

  private static final class Brittle implements StudyListener {
    private final Path mended;

    @Inject
    Brittle(RunFolder run) {
      this.mended = run.path().resolve("mended");
    }

    @Override
    public void finished(TrialResult result) {
      if (result.trial().number() == 3 && Files.notExists(mended)) {
        throw new IllegalStateException("The callback is broken.");
      }
    }
  }

  private static Catalogue catalogue() {
    List<NasPlugin> plugins = new ArrayList<>(List.of(new FaultyPlugin()));
    ServiceLoader.load(NasPlugin.class).forEach(plugins::add);
    return Catalogue.of(plugins);
  }

  private int run(String name, String yaml, Object... more) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), "name: " + name + "\n" + yaml);
    List<Object> arguments = new ArrayList<>(List.of("run", file, "--out", folder.resolve("runs")));
    arguments.addAll(List.of(more));
    return terminal.run(arguments.toArray());
  }

  private Path onlyRun(String name) throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("runs").resolve(name))) {
      return runs.filter(run -> !Files.isSymbolicLink(run)).findFirst().orElseThrow();
    }
  }

  private String log(String name) throws IOException {
    return Files.readString(onlyRun(name).resolve("log.txt"));
  }

  @Test
  void saysWhatRanAndWhyTrialsFailed() throws IOException {
    assertThat(run("faulty", FAULTY)).as(terminal.err()).isZero();

    assertThat(log("faulty"))
        .containsPattern(
            LINE.formatted("INFO", ".*", "LogbackRunLog", "Espalier \\S+ on Java \\d+.*"))
        .containsPattern("Plugin org\\.espalier\\.\\S*FaultyPlugin development of Espalier itself")
        .containsPattern(
            LINE.formatted(
                "INFO",
                ".*",
                "Study",
                "Session 1 of study faulty starts: seed 3, 2 workers, a budget of trials=6, 0 trials"
                    + " stored"))
        .containsPattern(
            LINE.formatted("WARN", "worker-\\d", "StudyAttempts", "Trial 2 failed: EXCEPTION")
                + "\\njava\\.lang\\.IllegalStateException: Broken on purpose\\.\\n\\tat "
                + "\\S*FaultyEvaluator\\.evaluate\\(RunLogTest\\.java:\\d+\\)")
        .containsPattern(
            LINE.formatted(
                "WARN",
                "worker-\\d",
                "StudyAttempts",
                "Trial 4 failed: DIVERGED: The loss is NaN\\."))
        .containsPattern(LINE.formatted("INFO", ".*", "Study", "Session 1 of study faulty ends: "));
  }

  @Test
  void nothingOfItGoesToTheTerminal() throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      assertThat(run("faulty", FAULTY)).as(terminal.err()).isZero();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(terminal.out() + terminal.err())
        .contains("faulty: 6 trials")
        .doesNotContain("\tat ", "Session 1", "LogbackRunLog");
  }

  @Test
  void aFailedSessionLeavesTheStackTraceAndResumingAppends() throws IOException {
    assertThat(run("brittle", FAULTY + "callbacks: [{type: brittle}]\n")).isEqualTo(1);
    String first = log("brittle");
    assertThat(first)
        .containsPattern(
            LINE.formatted("ERROR", ".*", "Study", "Session 1 of study brittle fails: .*broken"))
        .containsPattern(LINE.formatted("ERROR", ".*", "LogbackRunLog", "Ended by an error"))
        .containsPattern("(?m)^\\tat \\S*Brittle\\.finished\\(");

    Path run = onlyRun("brittle");
    Files.createFile(run.resolve("mended"));
    assertThat(terminal.run("resume", run)).as(terminal.err()).isZero();

    assertThat(log("brittle")).startsWith(first);
    assertThat(log("brittle").substring(first.length()))
        .contains("Session 2 of study brittle starts: seed 3", "Session 2 of study brittle ends: ")
        .doesNotContain("ERROR");
  }

  @Test
  void runsOneAfterAnotherHaveLogsOfTheirOwn() throws IOException {
    assertThat(run("first", FAULTY)).as(terminal.err()).isZero();
    String first = log("first");
    assertThat(run("second", FAULTY)).as(terminal.err()).isZero();

    assertThat(first).contains("of study first ends").doesNotContain("study second");
    assertThat(log("first")).isEqualTo(first);
    assertThat(log("second")).contains("of study second ends").doesNotContain("study first");
    assertThat(appenders()).containsExactly("warnings");
  }

  @Test
  void aLogThatCannotBeWrittenEndsNoSearch() throws IOException {
    assertThat(run("brittle", FAULTY + "callbacks: [{type: brittle}]\n")).isEqualTo(1);
    Path run = onlyRun("brittle");
    Files.createFile(run.resolve("mended"));
    Files.delete(run.resolve("log.txt"));
    Files.createDirectory(run.resolve("log.txt"));

    assertThat(terminal.run("resume", run)).as(terminal.err()).isZero();
    assertThat(terminal.err()).doesNotContain("log.txt");
    assertThat(appenders()).containsExactly("warnings");
  }

  @Test
  void aRunThatCannotBeginLeavesNoLog() throws IOException {
    assertThat(run("refused", FAULTY, "--set", "controller={type: asha}", "--set", "cache=true"))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("cache (true) cannot be combined with");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  @Test
  void aComparisonHasOneLogForItsSearches() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), "name: base\n" + FAULTY);
    Path file =
        Files.writeString(
            folder.resolve("two.yaml"),
            """
            name: two
            base: base.yaml
            seeds: 2
            workers: 1
            arms:
              random: {}
              evolution: {controller: {type: evolution, population: 5, tournament: 2}}
            """);
    Path out = folder.resolve("out");
    assertThat(terminal.run("compare", file, "--out", out)).as(terminal.err()).isZero();
    String first = Files.readString(out.resolve("two/log.txt"));

    assertThat(first)
        .containsOnlyOnce(" on Java ")
        .contains(
            "Comparison two starts: 4 searches, 0 of them stored",
            "Search evolution, seed 2 on ",
            "Trial 2 failed: EXCEPTION\njava.lang.IllegalStateException: Broken on purpose.\n\tat ",
            "Comparison two ends: 4 searches run, 0 to go");
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files.filter(path -> path.endsWith("log.txt"))).hasSize(1);
    }
    assertThat(terminal.run("compare", file, "--out", out)).as(terminal.err()).isZero();
    assertThat(Files.readString(out.resolve("two/log.txt")))
        .startsWith(first)
        .contains("Comparison two starts: 4 searches, 4 of them stored");
  }

  private static List<String> appenders() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    List<String> names = new ArrayList<>();
    Iterator<? extends Appender<?>> appenders =
        context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
    appenders.forEachRemaining(appender -> names.add(appender.getName()));
    return names;
  }
}
