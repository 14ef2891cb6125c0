package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginWorkshop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored searches are reused only if nothing changed that their results depend on. */
class ComparisonIdentityTest {
  private static final String REWARD =
      """
      package scaled;

      import jakarta.inject.Inject;
      import org.espalier.nas.api.evaluation.Reward;
      import org.espalier.nas.api.plugin.*;
      import org.espalier.nas.api.trial.Outcome;

      public final class ScaledPlugin implements NasPlugin {
        public static final class Scaled implements Reward {
          @Inject
          public Scaled() {}

          @Override
          public double of(Outcome outcome) {
            return %s * outcome.measurements().get(0).metric("validation.accuracy").getAsDouble();
          }
        }

        @Override
        public void configure(PluginRegistry registry) {
          registry.component(ComponentKind.REWARD, "scaled", Scaled.class, NoSettings.class);
        }
      }
      """;

  private static final String COMPARISON =
      """
      name: jars
      base:
        dataset: {type: moons, samples: 40}
        searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
        controller: {type: random}
        evaluator: {type: hidden-architecture, noise: 0.1}
      budget: {trials: 4}
      resamples: 100
      seeds: 2
      arms:
        built-in:
        plugged: {reward: {type: scaled}}
      """;

  private final Terminal terminal =
      new Terminal(
          folders ->
              Catalogue.load(
                  ComparisonIdentityTest.class.getClassLoader(), folders, new ConfigRecordCheck()),
          null);

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    build("2");
    Files.writeString(folder.resolve("jars.yaml"), COMPARISON);
  }

  private void build(String factor) throws IOException {
    PluginWorkshop.plugin("scaled.ScaledPlugin")
        .source("scaled/ScaledPlugin.java", REWARD.formatted(factor))
        .write(folder.resolve("plugins/scaled.jar"));
  }

  private int compare() {
    return terminal.run(
        "compare",
        folder.resolve("jars.yaml"),
        "--plugins",
        folder.resolve("plugins"),
        "--out",
        folder.resolve("out"));
  }

  private List<Path> searches(String arm) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out/jars/searches"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("seed-\\d+\\.csv"))
          .filter(file -> file.getParent().getFileName().toString().startsWith(arm + "-"))
          .sorted()
          .toList();
    }
  }

  @Test
  void aNewJarOfAPluginRunsTheSearchesOfItsArmAgain() throws IOException {
    assertThat(compare()).as("%s", terminal.err()).isZero();
    String first = Files.readString(searches("plugged").get(0));

    build("3");
    assertThat(compare()).as("%s", terminal.err()).isZero();

    assertThat(terminal.err()).contains("4 searches; 2 already stored");
    assertThat(searches("built-in")).hasSize(2);
    assertThat(searches("plugged"))
        .hasSize(4)
        .anySatisfy(file -> assertThat(file).hasContent(first))
        .map(file -> file.getParent().getFileName())
        .satisfies(folders -> assertThat(Set.copyOf(folders)).hasSize(2));
  }

  @Test
  void anUnchangedComparisonRunsNothing() throws IOException {
    assertThat(compare()).as("%s", terminal.err()).isZero();
    assertThat(compare()).as("%s", terminal.err()).isZero();

    assertThat(terminal.err()).contains("All 4 searches are already in");
  }

  @Test
  void aRewardThatThrowsFailsOnlyTheSearchesOfItsArm() throws IOException {
    build("Integer.parseInt(\"x\")");

    assertThat(compare()).as("%s", terminal.err()).isZero();

    assertThat(searches("plugged"))
        .hasSize(2)
        .allSatisfy(
            file ->
                assertThat(file)
                    .content()
                    .contains("#failure The reward failed at trial ", "NumberFormatException"));
    assertThat(searches("built-in"))
        .hasSize(2)
        .allSatisfy(file -> assertThat(file).content().doesNotContain("#failure"));
  }

  @Test
  void aFailedSearchRunsAgainOnlyIfTheCodeHasChanged() throws IOException {
    assertThat(compare()).as("%s", terminal.err()).isZero();
    Path search = searches("built-in").get(0);
    String whole = Files.readString(search);
    String code = whole.lines().filter(line -> line.startsWith("#code ")).findFirst().orElseThrow();
    String header = whole.lines().findFirst().orElseThrow();

    Files.writeString(search, "#failure Out of memory.\n%s\n%s\n#end\n".formatted(header, code));
    assertThat(compare()).as("%s", terminal.err()).isZero();
    assertThat(terminal.err()).contains("All 4 searches are already in");

    Files.writeString(
        search, "#failure Out of memory.\n%s\n#code 0123456789ab\n#end\n".formatted(header));
    assertThat(compare()).as("%s", terminal.err()).isZero();
    assertThat(terminal.err()).contains("4 searches; 3 already stored");
    assertThat(search).hasContent(whole);
  }
}
