package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginWorkshop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  private static final String BANDIT =
      """
      name: bandit
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp}
      controller: {type: reinforce, batch: 5, units: 8, embedding: 4}
      evaluator: {type: hidden-architecture}
      budget: {trials: 23}
      output: {report: false}
      """;

  /** Proposes shallower and shallower trials; the version decides from which trial on. */
  private static final String STAIRS =
      """
      package stairs;

      import jakarta.inject.Inject;
      import java.util.*;
      import org.espalier.nas.api.controller.Controller;
      import org.espalier.nas.api.plugin.*;
      import org.espalier.nas.api.random.RandomStreams;
      import org.espalier.nas.api.space.SearchSpace;
      import org.espalier.nas.api.trial.*;

      public final class StairsPlugin implements NasPlugin {
        public static final class Stairs implements Controller {
          private final SearchSpace space;
          private final RandomStreams streams;
          private int next;

          @Inject
          public Stairs(SearchSpace space, RandomStreams streams) {
            this.space = space;
            this.streams = streams;
          }

          @Override
          public List<Proposal> ask(int count) {
            List<Proposal> proposals = new ArrayList<>();
            for (int i = 0; i < count; i++) {
              next++;
              var random = streams.stream("stairs", next < FIRST ? next : -next);
              proposals.add(Proposal.of(space.sample(random), Fidelity.epochs(1)));
            }
            return proposals;
          }

          @Override
          public void tell(List<TrialResult> results) {}

          @Override
          public byte[] snapshot() {
            return new byte[] {(byte) next};
          }

          @Override
          public void restore(byte[] snapshot) {
            next = snapshot[0];
          }
        }

        @Override
        public void configure(PluginRegistry registry) {
          registry.component(ComponentKind.CONTROLLER, "stairs", Stairs.class, NoSettings.class);
        }
      }
      """;

  private final Terminal terminal =
      new Terminal(
          folders ->
              Catalogue.load(
                  ReplayCommandTest.class.getClassLoader(), folders, new ConfigRecordCheck()),
          null);

  @TempDir private Path folder;
  private Path file;
  private Path runs;

  @BeforeEach
  void writeExperiment() throws IOException {
    file = Files.writeString(folder.resolve("bandit.yaml"), BANDIT);
    runs = folder.resolve("runs");
  }

  @Test
  void aRecordedSearchIsReplayedExactly() {
    run();

    assertThat(replay()).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            "Replayed 23 results and 23 proposals: all proposals of the controller reinforce match the recording.\n");
  }

  @Test
  void theNextProposalsAreShownAfterSomeResults() throws IOException {
    run();

    assertThat(replay("--until", "5", "--json")).isZero();
    JsonNode answer = new ObjectMapper().readTree(terminal.out());
    assertThat(answer.get("told").asInt()).isEqualTo(5);
    assertThat(answer.get("same").asInt()).isEqualTo(10);
    assertThat(answer.has("difference")).isFalse();
  }

  @Test
  void anotherControllerSaysWhatItWouldPropose() throws IOException {
    run();
    Path other = Files.writeString(folder.resolve("other.yaml"), "type: random\nbatch: 3\n");

    for (Object named : List.of("random", other, file)) {
      assertThat(replay("--controller", named)).as("%s", terminal.err()).isZero();
    }
    assertThat(replay("--controller", other)).isZero();
    assertThat(terminal.out())
        .startsWith(
            "Told the controller random the results of 23 trials that another controller proposed;")
        .contains("Its proposals after 23 results:\nEPOCHS  ARCHITECTURE\n")
        .hasLineCount(7);
  }

  @Test
  void otherSettingsAreAnotherController() {
    run();

    assertThat(replay("--set", "controller.entropyWeight=0.5")).isZero();
    assertThat(terminal.out()).contains("the first difference is trial 6");
  }

  @Test
  void whatIsNoControllerIsBadInput() throws IOException {
    run();
    Path empty = Files.writeString(folder.resolve("empty.yaml"), "name: nothing\n");

    assertThat(replay("--controller", "randon")).isEqualTo(2);
    assertThat(terminal.err())
        .startsWith("--controller randon: Unknown controller randon;")
        .contains("Did you mean random?");
    assertThat(replay("--controller", empty)).isEqualTo(2);
    assertThat(terminal.err()).contains("The file names no controller;");
    assertThat(replay("--controller", "missing.yaml")).isEqualTo(2);
    assertThat(replay("--until", "-1")).isEqualTo(2);
  }

  @Test
  void aChangedControllerIsCaughtAtTheFirstOtherProposal() throws IOException {
    Path plugins = folder.resolve("plugins");
    stairs(plugins, 100);
    assertThat(
            terminal.run(
                "run",
                file,
                "--out",
                runs,
                "--set",
                "controller={type: stairs}",
                "--plugins",
                plugins))
        .as(terminal.err())
        .isZero();
    assertThat(replay("--plugins", plugins)).isZero();
    stairs(plugins, 14);

    assertThat(replay("--plugins", plugins)).isEqualTo(1);
    assertThat(terminal.out())
        .contains("warning: The plugin stairs.jar is ")
        .contains(
            "Trial 14 differs from the recording; the 13 before it match, and 6 results were told.")
        .contains("Last result told: trial 6, reward ");
    assertThat(terminal.out().lines()).anyMatch(line -> line.startsWith("*"));
  }

  @Test
  void aControllerThatThrowsIsNamedWithItsPlugin() throws IOException {
    Path plugins = folder.resolve("plugins");
    String throwing =
        STAIRS
            .replace("FIRST", "100")
            .replace("results) {}", "results) {\n throw new IllegalStateException(\"No.\");\n }");
    PluginWorkshop.plugin("stairs.StairsPlugin")
        .source("stairs/StairsPlugin.java", throwing)
        .write(plugins.resolve("stairs.jar"));

    assertThat(
            terminal.run(
                "run",
                file,
                "--out",
                runs,
                "--set",
                "controller={type: stairs}",
                "--plugins",
                plugins))
        .isEqualTo(1);
    assertThat(terminal.err())
        .contains(
            "The controller failed in tell(trial 1), after the start:"
                + " java.lang.IllegalStateException: No. It is in"
                + " stairs.StairsPlugin$Stairs.tell of the plugin stairs.jar.");
  }

  private static void stairs(Path plugins, int first) throws IOException {
    PluginWorkshop.plugin("stairs.StairsPlugin")
        .source("stairs/StairsPlugin.java", STAIRS.replace("FIRST", Integer.toString(first)))
        .write(plugins.resolve("stairs.jar"));
  }

  private void run() {
    assertThat(terminal.run("run", file, "--out", runs)).as(terminal.err()).isZero();
  }

  private int replay(Object... more) {
    Object[] command = new Object[4 + more.length];
    command[0] = "replay";
    command[1] = "latest";
    command[2] = "--out";
    command[3] = runs;
    System.arraycopy(more, 0, command, 4, more.length);
    return terminal.run(command);
  }
}
