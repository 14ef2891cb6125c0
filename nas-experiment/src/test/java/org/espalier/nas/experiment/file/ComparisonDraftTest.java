package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonDraftTest {

  private static final Path EXPERIMENTS = Path.of("..", "experiments");

  private final Catalogue catalogue = Catalogue.load(getClass().getClassLoader());
  private final ComparisonDraft draft = new ComparisonDraft();

  @TempDir Path folder;

  private ResolvedSettings settings(String file, String... flags) {
    List<SettingFlag> all =
        List.of(flags).stream()
            .map(flag -> flag.split("=", 2))
            .map(parts -> new SettingFlag("--set", parts[0], parts[1]))
            .toList();
    Experiment experiment =
        new ExperimentReader(catalogue).read(EXPERIMENTS.resolve(file), all).experiment();
    return ResolvedSettings.parse(new ExperimentWriter().yaml(experiment));
  }

  private LocatedComparison read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("draft.yaml"), yaml);
    return new ComparisonReader(catalogue).read(file, List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quickstart.yaml",
        "wine-quality.yaml",
        "nasbench201-hardware.yaml",
        "branin.yaml",
        "wine-mlp-on-table.yaml",
        "cifar10-nasnet-small.yaml",
        "mnasnet-small.yaml"
      })
  void armsHaveTheSettingsOfTheirRuns(String file) throws IOException {
    draft.add("a/1", "a", settings(file, "seed=1"));
    draft.add("b/1", "b", settings(file, "seed=2", "controller={type: random, batch: 7}"));

    String yaml = draft.yaml().orElseThrow();
    LocatedComparison comparison = read(yaml);

    assertThat(comparison.variants()).extracting(LocatedComparison.Variant::arm).contains("a", "b");
    Experiment second = comparison.variants().get(1).located().experiment();
    Experiment expected =
        new ExperimentReader(catalogue)
            .read(
                EXPERIMENTS.resolve(file),
                List.of(new SettingFlag("--set", "controller", "{type: random, batch: 7}")))
            .experiment();
    assertThat(second.controller()).isEqualTo(expected.controller());
    assertThat(second.searchSpace()).isEqualTo(expected.searchSpace());
    assertThat(second.evaluator()).isEqualTo(expected.evaluator());
    assertThat(second.dataset()).isEqualTo(expected.dataset());
    assertThat(second.budget()).isEqualTo(expected.budget());
    assertThat(comparison.comparison().seeds()).isEqualTo(30);
    assertThat(yaml).contains("a/1, b/1").contains("proves nothing").doesNotContain("budgets");
  }

  @Test
  void runsThatDifferInSeedsAloneAreOneArm() throws IOException {
    draft.add("a/1", "a", settings("quickstart.yaml", "seed=1"));
    draft.add("a/2", "a", settings("quickstart.yaml", "seed=2", "workers=4"));

    assertThat(draft.yaml()).isEmpty();

    draft.add("a/3", "a", settings("quickstart.yaml", "budget.trials=7"));
    assertThat(draft.yaml().orElseThrow()).contains("different budgets");
    assertThat(read(draft.yaml().orElseThrow()).variants())
        .extracting(LocatedComparison.Variant::arm)
        .containsExactly("a", "a-2");
  }

  @Test
  void otherDataAreMentioned() throws IOException {
    draft.add("a/1", "a", settings("quickstart.yaml"));
    draft.add("b/1", "b", settings("quickstart.yaml", "dataset.noise=0.3"));

    assertThat(draft.yaml().orElseThrow()).contains("different spaces or data");
    assertThat(read(draft.yaml().orElseThrow()).variants()).hasSize(2);
  }

  @Test
  void settingsHavePaths() {
    assertThat(settings("quickstart.yaml").byPath())
        .containsEntry("controller.type", "reinforce")
        .containsEntry("evaluator.optimizer.learningRate", "0.01")
        .containsEntry("searchSpace.dropout", "[0.2]");
    assertThat(settings("nasbench201-hardware.yaml").byPath().get("objectives"))
        .startsWith("[{type: ");
  }
}
