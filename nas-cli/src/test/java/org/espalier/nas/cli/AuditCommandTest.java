package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.controller.ControllersPlugin;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.study.StudyPlugin;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.searchspace.SearchSpacesPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audits of an evaluator whose ranking and order effect are known. */
class AuditCommandTest {
  private static final String ACCURACY = "validation.accuracy";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SEARCH =
      """
      name: pooled
      seed: 4
      searchSpace:
        type: hyperparameters
        parameters: {x: {type: integer, low: 1, high: 90}}
      controller: {type: random}
      evaluator: {type: pooled, EXTRA}
      budget: {trials: 60}
      output: {report: false}
      """;

  /**
   * Settings of an evaluator whose shared weights get better with each trial.
   *
   * @param advantage addition of a trial's number to its accuracy in 100 trials
   * @param separable false if the evaluator has no settings without sharing
   */
  public record PooledSettings(
      @Default("true") boolean pool,
      @Default("0") double advantage,
      @Default("true") boolean separable,
      @Default("false") boolean slowAlone)
      implements EvaluatorSettings {

    @Override
    public Fidelity fullFidelity() {
      return Fidelity.epochs(2);
    }

    @Override
    public Optional<String> dependence() {
      return pool ? Optional.of("pool (true)") : Optional.empty();
    }

    @Override
    public EvaluatorSettings independent() {
      return new PooledSettings(!separable, advantage, separable, slowAlone);
    }
  }

  /** An evaluator whose accuracy is x in percent, with noise, and with what sharing adds. */
  static final class PooledEvaluator implements Evaluator {
    private final PooledSettings settings;

    @Inject
    PooledEvaluator(PooledSettings settings) {
      this.settings = settings;
    }

    @Override
    public Outcome evaluate(Trial trial, Progress progress) throws InterruptedException {
      int number = trial.number();
      double x = Double.parseDouble(trial.proposal().architecture().choices().get(0).text());
      double accuracy = x / 100 + 0.02 * new SplittableRandom(trial.seed()).nextGaussian();
      accuracy += settings.pool() ? settings.advantage() * number / 100 : 0;
      if (!settings.pool() && settings.slowAlone()) {
        Thread.sleep(100);
      }
      List<Measurement> history = new ArrayList<>();
      for (int epoch = 1; epoch <= trial.proposal().fidelity().epochs(); epoch++) {
        history.add(new Measurement(epoch, Map.of(ACCURACY, accuracy)));
        progress.report(history.get(epoch - 1));
      }
      Map<String, Double> facts =
          settings.pool() ? Map.of("inherited.layers", number < 4 ? 0.0 : 2.0) : Map.of();
      return new Outcome.Completed(history, new Account(facts, Map.of()));
    }
  }

  private static Catalogue catalogue() {
    NasPlugin pooled =
        new NasPlugin() {
          @Override
          public void configure(PluginRegistry registry) {
            registry.component(
                ComponentKind.EVALUATOR, "pooled", PooledEvaluator.class, PooledSettings.class);
          }
        };
    return Catalogue.of(
        List.of(new StudyPlugin(), new SearchSpacesPlugin(), new ControllersPlugin(), pooled));
  }

  /** The program with the plugin, to be killed. */
  static final class Program {
    public static void main(String[] arguments) {
      Nas.commandLine(folders -> catalogue(), Map.of(), new StudyServers(List.of(), Map.of()))
          .setErr(new PrintWriter(System.err, true, UTF_8))
          .execute(arguments);
    }
  }

  private final Terminal terminal = new Terminal(AuditCommandTest::catalogue);

  @TempDir Path folder;

  private void search(String extra, Object... options) throws IOException {
    Path file = Files.writeString(folder.resolve("pooled.yaml"), SEARCH.replace("EXTRA", extra));
    List<Object> arguments = new ArrayList<>(List.of("run", file, "--out", folder.resolve("runs")));
    arguments.addAll(List.of(options));
    assertThat(terminal.run(arguments.toArray())).as(terminal.err()).isZero();
  }

  private int audit(Object... options) {
    List<Object> arguments =
        new ArrayList<>(List.of("audit", "latest", "--out", folder.resolve("runs")));
    arguments.addAll(List.of(options));
    return terminal.run(arguments.toArray());
  }

  /** Returns the results of an audit without what differs from run to run. */
  private ObjectNode results() throws IOException {
    ObjectNode tree = (ObjectNode) JSON.readTree(terminal.out());
    ObjectNode cost = (ObjectNode) tree.get("cost");
    cost.remove(List.of("secondsPerTrial", "secondsPerTraining"));
    tree.remove(List.of("page", "run"));
    return tree;
  }

  private void deleteAudits() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().contains("audits")).toList()) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3})
  void findsTheKnownOrderEffectAndNoOther(double advantage) throws IOException {
    search("advantage: " + advantage);

    assertThat(audit("--sample", 30, "--json")).as(terminal.err()).isZero();

    JsonNode tree = JSON.readTree(terminal.out());
    JsonNode slope = tree.at("/order/slope");
    assertThat(advantage).isBetween(slope.get("low").asDouble(), slope.get("high").asDouble());
    assertThat(slope.get("value").asDouble()).isBetween(advantage - 0.05, advantage + 0.05);
    assertThat(slope.get("low").asDouble() > 0).isEqualTo(advantage > 0);
    assertThat(tree.at("/kendall/all/value").asDouble()).isGreaterThan(0.75);
    assertThat(tree.at("/inheriting/helped").asInt())
        .isBetween(advantage > 0 ? 24 : 8, advantage > 0 ? 30 : 22);
    assertThat(tree.at("/trials").size()).isEqualTo(30);
    assertThat(tree.at("/cost/savedEpochs").asDouble()).isZero();
  }

  @Test
  void printsSentencesATableAndThePage() throws IOException {
    search("advantage: 0.3");

    assertThat(audit("--sample", 12, "--seeds", 2, "--epochs", 4)).as(terminal.err()).isZero();

    String text = terminal.out().replaceAll("[\\s\u00a0]+", " ");
    assertThat(terminal.err()).contains("Running 24 trainings");
    assertThat(text)
        .startsWith("12 of ")
        .contains("each trained alone with 2 seeds of 4 epochs.")
        .contains("- Sharing keeps the ranking in part: Kendall’s τ")
        .contains("- Later trials have an advantage:")
        .contains("Sharing saves 50.0 % of the epochs: a trial of the search trained 2 epochs")
        .contains("INHERITED LAYERS TRIALS HELPED HURT MEDIAN DIFFERENCE 95 % INTERVAL");
    Path page = Path.of(terminal.out().lines().toList().get(lines() - 1).replace("Report: ", ""));
    assertThat(Files.readString(page)).contains("Audit of weight sharing", "pooled: pool (true)");
  }

  private int lines() {
    return (int) terminal.out().lines().count();
  }

  @Test
  void workersChangeNothingAndNothingIsTrainedTwice() throws IOException {
    search("advantage: 0.1");
    audit("--sample", 12, "--json", "--workers", 1);
    ObjectNode one = results();
    audit("--sample", 12, "--json", "--workers", 2);
    assertThat(terminal.err()).contains("Resuming after 36 of 36 trainings");
    assertThat(results()).isEqualTo(one);
    for (int workers : new int[] {2, 4}) {
      deleteAudits();
      assertThat(audit("--sample", 12, "--json", "--workers", workers)).isZero();
      assertThat(terminal.err()).contains("Running 36 trainings");
      assertThat(results()).isEqualTo(one);
    }
  }

  @Test
  void killedItGoesOnAndEndsAsIfItHadNotBeen() throws Exception {
    search("advantage: 0.1, slowAlone: true");
    Object[] options = {"--sample", 9, "--seeds", 2, "--json"};
    Process process = process(options);
    killAfterTheFirst(process);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(audit(options)).as(terminal.err()).isZero();

    assertThat(terminal.err()).contains("Resuming after ").contains(" of 18 trainings");
    ObjectNode resumed = results();
    deleteAudits();
    assertThat(audit(options)).isZero();
    assertThat(terminal.err()).contains("Running 18 trainings");
    assertThat(results()).isEqualTo(resumed);
  }

  private Process process(Object... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                "audit",
                "latest",
                "--out",
                folder.resolve("runs").toString()));
    Arrays.stream(options).map(String::valueOf).forEach(command::add);
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static void killAfterTheFirst(Process process) throws IOException {
    try (BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
      String line = err.readLine();
      while (line != null && !line.contains(" trial ")) {
        line = err.readLine();
      }
      assertThat(line).isNotNull();
      process.destroyForcibly();
    }
  }

  @Test
  void refusesRunsThatCannotBeAudited() throws IOException {
    search("pool: false");
    assertRefused("shares no weights: its evaluator (pooled) evaluates each trial independently.");
    search("separable: false");
    assertRefused("its evaluator (pooled) has no settings without pool (true).");
    search("advantage: 0", "--set", "budget.trials=5");
    assertRefused("--sample (30) is more than the ", "nas extend RUN --trials N");
    assertRefused(List.of("--sample", 8), "--sample (8) must be at least 9");
    assertRefused(List.of("--seeds", 0), "--seeds (0) must be positive.");
    assertRefused(List.of("--epochs", -1), "--epochs (-1) must be positive.");
    assertThat(audit("--sample", "many")).isEqualTo(2);
    assertThat(terminal.run("audit", "nowhere", "--out", folder)).isEqualTo(2);
  }

  @Test
  void refusesRunsThatHaveNotFinished() throws Exception {
    search("advantage: 0");
    Path database;
    try (Stream<Path> files = Files.walk(folder)) {
      database = files.filter(path -> path.endsWith("study.db")).findFirst().orElseThrow();
    }
    execute(database, "UPDATE sessions SET ended_at = NULL, ending = NULL");
    assertRefused("cannot be audited before it has finished. Finish it first: nas resume ");
    execute(database, "UPDATE sessions SET ended_at = 1, ending = 'FAILED: disk'");
    assertRefused("(failed) cannot be audited before it has finished. See its log");
  }

  private static void execute(Path database, String sql) throws Exception {
    try (java.sql.Connection connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + database);
        java.sql.Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private void assertRefused(String... messages) {
    assertRefused(List.of(), messages);
  }

  private void assertRefused(List<Object> options, String... messages) {
    assertThat(audit(options.toArray())).as(terminal.err()).isEqualTo(2);
    assertThat(terminal.err()).contains(messages);
  }
}
