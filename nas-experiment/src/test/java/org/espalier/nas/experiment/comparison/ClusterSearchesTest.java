package org.espalier.nas.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.ComparisonAnalysis;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.remote.RemoteException;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.experiment.cluster.ThreadCluster;
import org.espalier.nas.experiment.file.ComparisonReader;
import org.espalier.nas.experiment.file.ConfigRecordCheck;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginWorkshop;
import org.espalier.nas.experiment.run.InterruptSource;
import org.espalier.nas.experiment.run.RunLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons whose searches run elsewhere and come back as bytes. */
@Timeout(120)
class ClusterSearchesTest {

  private static final String INSTANT =
      """
      name: instant
      base:
        searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
        dataset: {type: moons, samples: 40}
        controller: {type: random}
        evaluator: {type: hidden-architecture, noise: 0.1}
      budget: {trials: 6}
      resamples: 100
      seeds: 3
      problems:
        plain:
        exact: {evaluator: {reward: exact}}
      arms:
        random:
        evolution: {controller: {type: evolution, population: 3, tournament: 2}}
      """;

  private static final String TRAINED =
      """
      name: trained
      base:
        dataset: {type: moons, samples: 60}
        searchSpace: {type: mlp, nodes: [4, 8], activations: [relu], dropout: [], maxLength: 3}
        controller: {type: random}
        evaluator: {type: training, epochs: 2}
        output: {report: false}
      budget: {trials: 3}
      resamples: 100
      seeds: 2
      score: {metric: test.accuracy, retrain: always}
      arms:
        random:
        sharing: {evaluator: {sharing: {mode: bigram}}}
      """;

  private static final String THROWING =
      """
      package throwing;

      import jakarta.inject.Inject;
      import org.espalier.nas.api.plugin.ComponentKind;
      import org.espalier.nas.api.plugin.NasPlugin;
      import org.espalier.nas.api.plugin.NoSettings;
      import org.espalier.nas.api.plugin.PluginRegistry;
      import org.espalier.nas.api.evaluation.Reward;
      import org.espalier.nas.api.trial.Outcome;

      public final class ThrowingPlugin implements NasPlugin {
        public static final class Throwing implements Reward {
          @Inject
          public Throwing() {}

          @Override
          public double of(Outcome outcome) {
            throw new IllegalStateException("no reward");
          }
        }

        @Override
        public void configure(PluginRegistry registry) {
          registry.component(ComponentKind.REWARD, "throwing", Throwing.class, NoSettings.class);
        }
      }
      """;

  @TempDir Path folder;

  private Catalogue catalogue = Catalogue.load(ClusterSearchesTest.class.getClassLoader());

  private Clusters cluster() {
    return ThreadCluster.at(folder.resolve("machines"));
  }

  private ComparisonRun.Ended run(
      String yaml, String out, Clusters clusters, InterruptSource interrupts, String... flags)
      throws IOException {
    Path file = Files.writeString(folder.resolve("comparison.yaml"), yaml);
    List<SettingFlag> all =
        new ArrayList<>(List.of(SettingFlag.of("output.folder", folder.resolve(out).toString())));
    Stream.of(flags).map(SettingFlag::parse).forEach(all::add);
    ComparisonRun.Ended ended =
        new ComparisonRun(
                catalogue,
                new RunFolderRepository(Path.of("")),
                new ComparisonRun.Watcher() {},
                interrupts,
                RunLog.none(),
                clusters)
            .run(new ComparisonReader(catalogue).read(file, all), file, true);
    ComparisonReport.write(ComparisonAnalysis.of(ended.record()), ended.stored());
    return ended;
  }

  private Path here(String yaml) throws IOException {
    return run(yaml, "here", new Clusters(List.of()), InterruptSource.none()).folder();
  }

  private ComparisonRun.Ended elsewhere(String yaml, Clusters clusters, InterruptSource interrupts)
      throws IOException {
    return run(
        yaml, "elsewhere", clusters, interrupts, "executor.type=spark", "executor.master=yarn");
  }

  private Path elsewhere(String yaml) throws IOException {
    return elsewhere(yaml, cluster(), InterruptSource.none()).folder();
  }

  /** Returns the contents of the files of a comparison by their paths. */
  private static Map<String, byte[]> files(Path comparison) {
    return Bundle.filesOf(comparison);
  }

  @Test
  void resultsOfFormulasAreTheSameFiles() throws IOException {
    Map<String, byte[]> here = files(here(INSTANT));
    Map<String, byte[]> elsewhere = files(elsewhere(INSTANT));

    assertThat(elsewhere.keySet()).isEqualTo(here.keySet()).hasSizeGreaterThan(12);
    here.forEach((path, content) -> assertThat(elsewhere.get(path)).as(path).isEqualTo(content));
  }

  @Test
  void resultsOfTrainingsAreTheSameFilesApartFromTimes() throws IOException {
    Path here = here(TRAINED);
    Path elsewhere = elsewhere(TRAINED);

    assertThat(withoutCosts(elsewhere)).isEqualTo(withoutCosts(here));
    for (String path : files(here).keySet()) {
      if (path.endsWith(".csv") && path.startsWith("searches/")) {
        assertThat(withoutSeconds(elsewhere.resolve(path)))
            .as(path)
            .isEqualTo(withoutSeconds(here.resolve(path)));
      } else if (path.endsWith("experiment.yaml") || path.endsWith(".safetensors")) {
        assertThat(withoutPlace(elsewhere.resolve(path)))
            .isEqualTo(withoutPlace(here.resolve(path)));
      } else if (path.endsWith("study.db")) {
        StoredStudy one = study(here.resolve(path).getParent());
        StoredStudy other = study(elsewhere.resolve(path).getParent());
        assertThat(Ledger.of(other.results())).isEqualTo(Ledger.of(one.results()));
        assertThat(other.description().provenance()).isEqualTo(one.description().provenance());
      }
    }
  }

  /**
   * Returns the paths of the files without the figure of seconds, which is left out if all arms
   * happen to have the same mean time within one percent.
   */
  private static Set<String> withoutCosts(Path comparison) {
    Set<String> paths = new TreeSet<>(files(comparison).keySet());
    paths.removeIf(path -> path.startsWith("figures/cost-seconds."));
    return paths;
  }

  private static StoredStudy study(Path run) {
    return new RunFolderRepository(Path.of("")).read(run.toString());
  }

  private static List<String> withoutSeconds(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.replaceFirst("^((?:[^,]*,){5})[^,]*", "$1"))
        .toList();
  }

  private String withoutPlace(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        .replace(folder.resolve("elsewhere").toString(), folder.resolve("here").toString());
  }

  @Test
  void onlyMissingSearchesRunAndThoseThatHaveBegunStartAnew() throws IOException {
    Path comparison = elsewhere(TRAINED);
    Map<String, byte[]> all = files(comparison);
    Path run;
    try (Stream<Path> files = Files.walk(comparison)) {
      run = files.filter(file -> file.endsWith("seed-2")).sorted().findFirst().orElseThrow();
    }
    Files.delete(run.resolveSibling("seed-2.csv"));
    Files.writeString(run.resolve("study.db"), "cut off");
    Files.createDirectories(run.resolveSibling("seed-2.part"));

    ComparisonRun.Ended again = elsewhere(TRAINED, cluster(), InterruptSource.none());

    assertThat(again.ran()).isEqualTo(1);
    assertThat(files(again.folder()).keySet()).isEqualTo(all.keySet());
    assertThat(study(run).results()).hasSize(3);
  }

  @Test
  void anInterruptionKeepsFinishedSearchesAndTheNextRunContinues() throws IOException {
    String slow =
        INSTANT
            .replace("noise: 0.1}", "noise: 0.1, sleepMillis: 20}")
            .replace("seeds: 3", "seeds: 9");
    ComparisonRun.Ended first = elsewhere(slow, cluster(), new AfterFirst());

    assertThat(first.ran()).isBetween(1, 35);
    assertThat(first.missing()).isEqualTo(36 - first.ran());
    ComparisonRun.Ended second = elsewhere(slow, cluster(), InterruptSource.none());
    assertThat(second.ran()).isEqualTo(first.missing());
    assertThat(second.missing()).isZero();
  }

  /** Interrupts once a search has ended. */
  private final class AfterFirst implements InterruptSource {
    @Override
    public <T> T during(Supplier<T> work, Runnable interrupt) {
      Thread waiting =
          new Thread(
              () -> {
                while (files(folder.resolve("elsewhere")).keySet().stream()
                    .noneMatch(path -> path.contains("seed-"))) {
                  Thread.onSpinWait();
                }
                interrupt.run();
              });
      waiting.start();
      return work.get();
    }
  }

  @Test
  void pluginsAreSentAndASearchThatFailsIsAResult() throws IOException {
    PluginWorkshop.plugin("throwing.ThrowingPlugin")
        .source("throwing/ThrowingPlugin.java", THROWING)
        .write(folder.resolve("plugins/throwing.jar"));
    catalogue =
        Catalogue.load(
            ClusterSearchesTest.class.getClassLoader(),
            List.of(folder.resolve("plugins")),
            new ConfigRecordCheck());
    String comparison =
        TRAINED
            .replace(
                "sharing: {evaluator: {sharing: {mode: bigram}}}",
                "throwing: {reward: {type: throwing}}")
            .replace("score: {metric: test.accuracy, retrain: always}\n", "");

    Path here = here(comparison);
    Path elsewhere = elsewhere(comparison);

    List<SearchRecord> failed =
        StoredComparison.read(elsewhere).record().searches().stream()
            .filter(search -> search.failure() != null)
            .toList();
    assertThat(failed).hasSize(2).allMatch(search -> search.arm().equals("throwing"));
    assertThat(failed.get(0).failure()).contains("The reward failed at trial ", "no reward");
    assertThat(failed)
        .extracting(SearchRecord::failure)
        .isEqualTo(
            StoredComparison.read(here).record().searches().stream()
                .map(SearchRecord::failure)
                .filter(Objects::nonNull)
                .toList());
    assertThat(files(elsewhere).keySet()).isEqualTo(files(here).keySet());
  }

  @Test
  void searchesOfASeedBeginBeforeThoseOfTheNext() throws IOException {
    List<String> seeds = new ArrayList<>();
    Clusters recording =
        ThreadCluster.at(
            folder.resolve("machines"),
            argument -> {
              seeds.add(Bundle.of(argument).text("seed"));
              return argument;
            });

    elsewhere(INSTANT, recording, InterruptSource.none());

    assertThat(seeds).hasSize(12).isSorted();
  }

  @Test
  void otherDataOrCodeElsewhereEndTheComparison() {
    Clusters other =
        ThreadCluster.at(
            folder.resolve("machines"),
            argument -> {
              Bundle order = Bundle.of(argument);
              Map<String, String> texts = new HashMap<>(order.texts());
              texts.put("identity", "0123456789ab");
              return new Bundle(texts, order.files()).bytes();
            });

    assertThatThrownBy(() -> elsewhere(INSTANT, other, InterruptSource.none()))
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("are not those of the comparison (identity 0123456789ab, here ")
        .hasMessageContaining("copy its files to this machine");
  }

  @Test
  void anErrorInSettingsHasThePlaceInTheComparisonsFile() {
    // That nothing measures it is noticed only once a search has ended.
    String wrong = INSTANT.replace("resamples", "score: {metric: nonsense}\nresamples");
    List<String> messages = new ArrayList<>();
    for (Clusters clusters : List.of(new Clusters(List.of()), cluster())) {
      String type = messages.isEmpty() ? "threads" : "spark";
      assertThatThrownBy(
              () ->
                  run(
                      wrong,
                      type,
                      clusters,
                      InterruptSource.none(),
                      messages.isEmpty()
                          ? new String[] {}
                          : new String[] {"executor.type=spark", "executor.master=yarn"}))
          .satisfies(error -> messages.add(error.getClass() + ": " + error.getMessage()));
    }

    assertThat(messages.get(1)).isEqualTo(messages.get(0)).contains("score.metric");
  }

  @Test
  void aStoreIsRefused() {
    String stored =
        INSTANT.replace(
            "  controller: {type: random}",
            "  store: {url: \"postgresql://h/d\"}\n  controller: {type: random}");

    assertThatThrownBy(() -> elsewhere(stored))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessageContaining("comparison.yaml:5:10: Searches on a cluster");
  }
}
