package org.espalier.nas.experiment.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.data.DataPlugin;
import org.espalier.nas.engine.study.StudyPlugin;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentGraphTest {
  private static final String SMALL =
      """
      name: small
      dataset: {type: moons, samples: 40}
      searchSpace: {type: mlp}
      controller: {type: random}
      evaluator: {type: hidden-architecture, epochs: 4}
      callbacks: [{type: echo, word: one}, {type: echo, word: two}]
      """;

  /** The objects created and closed, in order. */
  record Journal(List<String> lines) {
    @Inject
    Journal() {
      this(new ArrayList<>());
    }
  }

  /** Settings of the callback. */
  public record EchoSettings(String word) {}

  /** A callback with its own settings; an experiment may have several. */
  static final class Echo implements StudyListener, AutoCloseable {
    private final EchoSettings settings;
    private final Journal journal;

    @Inject
    @SuppressWarnings("UnusedVariable") // A request for the watcher is enough to create it.
    Echo(EchoSettings settings, Journal journal, Watcher watcher, Fidelity fidelity) {
      this.settings = settings;
      this.journal = journal;
      journal.lines().add(settings.word() + " after " + fidelity.epochs());
    }

    @Override
    public void close() {
      journal.lines().add("closed " + settings.word());
      if (settings.word().startsWith("stuck")) {
        throw new IllegalStateException(settings.word());
      }
    }
  }

  /** A service that is notified of events. */
  static final class Watcher implements StudyListener, AutoCloseable {
    private final Journal journal;

    @Inject
    Watcher(Journal journal) {
      this.journal = journal;
      journal.lines().add("watching");
    }

    @Override
    public void close() {
      journal.lines().add("closed watcher");
    }
  }

  /** A service that nothing asks for. */
  static final class Unused {
    @Inject
    Unused() {
      throw new IllegalStateException("Nobody asked for it.");
    }
  }

  /** A component that asks for something that no plugin brings. */
  static final class Lost implements StudyListener {
    @Inject
    Lost(EchoSettings settings, Thread missing) {
      throw new IllegalStateException(settings + " " + missing);
    }
  }

  /** Two parts that need each other. */
  static final class Circular implements StudyListener {
    @Inject
    Circular(EchoSettings settings, Hen hen) {
      throw new IllegalStateException(settings + " " + hen);
    }
  }

  /** A part that needs an egg. */
  record Hen(Egg egg) {
    @Inject
    Hen {}
  }

  /** A part that needs a hen. */
  record Egg(Hen hen) {
    @Inject
    Egg {}
  }

  private static final NasPlugin ECHO =
      registry -> {
        registry.component(ComponentKind.CALLBACK, "echo", Echo.class, EchoSettings.class);
        registry.component(ComponentKind.CALLBACK, "lost", Lost.class, EchoSettings.class);
        registry.component(ComponentKind.CALLBACK, "circular", Circular.class, EchoSettings.class);
        registry.service(Journal.class, Journal.class);
        registry.service(Watcher.class, Watcher.class);
        registry.service(Unused.class, Unused.class);
        registry.service(Hen.class, Hen.class);
        registry.service(Egg.class, Egg.class);
      };

  private final Catalogue catalogue =
      Catalogue.of(
          List.of(
              ECHO,
              new DataPlugin(),
              new StudyPlugin(),
              new org.espalier.nas.searchspace.SearchSpacesPlugin(),
              new org.espalier.nas.controller.ControllersPlugin()));

  @TempDir Path folder;

  @Test
  void callbacksHaveSettingsOfTheirOwnAndShareServices() throws IOException {
    Journal journal;
    try (ExperimentGraph graph = graph(SMALL)) {
      StudySetup setup = graph.setup(List.of());
      journal = graph.service(Journal.class).orElseThrow();

      assertThat(setup.fidelity()).isEqualTo(Fidelity.epochs(4));
      assertThat(setup.listeners()).hasSize(3);
      assertThat(setup.listeners().get(0)).isInstanceOf(Watcher.class);
      assertThat(journal.lines()).containsExactly("watching", "one after 4", "two after 4");
      assertThat(graph.service(Unused.class)).isEmpty();
    }
    assertThat(journal.lines().subList(3, 6))
        .containsExactly("closed two", "closed one", "closed watcher");
  }

  @Test
  void closingClosesEverythingAndKeepsAllFailures() throws IOException {
    ExperimentGraph graph =
        graph(
            SMALL, "callbacks=[{type: echo, word: stuck first}, {type: echo, word: stuck second}]");
    graph.setup(List.of());
    Journal journal = graph.service(Journal.class).orElseThrow();

    assertThatThrownBy(graph::close)
        .isInstanceOf(NasException.class)
        .hasRootCauseMessage("stuck second")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .satisfies(other -> assertThat(other).hasRootCauseMessage("stuck first")));
    assertThat(journal.lines())
        .contains("closed stuck second", "closed stuck first")
        .endsWith("closed watcher");
  }

  @Test
  void eachWorkerGetsAnEvaluatorOfItsOwnAndAllElseIsShared() throws IOException {
    try (ExperimentGraph graph = graph(SMALL)) {
      StudySetup setup = graph.setup(List.of());

      assertThat(setup.evaluators().get()).isNotSameAs(setup.evaluators().get());
      assertThat(graph.searchSpace()).isSameAs(setup.space());
      assertThat(graph.controller()).isSameAs(setup.controller());
    }
  }

  @Test
  void dataOfAFileArePreparedOnceForAllExperimentsOfAProcess() throws IOException {
    StringBuilder rows = new StringBuilder("x,y\n");
    for (int i = 0; i < 60; i++) {
      rows.append(i * 7 % 60).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    Path file = Files.writeString(folder.resolve("rows.csv"), rows);
    String csv = "dataset={type: csv, file: '%s'}".formatted(file);
    try (ExperimentGraph first = graph(SMALL, csv);
        ExperimentGraph second = graph(SMALL, csv)) {
      assertThat(second.dataset().orElseThrow().examples(Part.TRAINING))
          .isSameAs(first.dataset().orElseThrow().examples(Part.TRAINING));
    }
  }

  @Test
  void aSpaceThatCanDoWithoutDataIsGivenThemIfThereAreAny() throws IOException {
    String flag = "searchSpace={type: nasbench-201}";
    try (ExperimentGraph without =
        graph(SMALL.replace("dataset: {type: moons, samples: 40}\n", ""), flag)) {
      NetworkSearchSpace space = (NetworkSearchSpace) without.searchSpace();
      assertThat(space.lower(space.enumerate().findFirst().orElseThrow()).input())
          .isEqualTo(TensorShape.of(32, 32, 3));
    }
    try (ExperimentGraph with = graph(SMALL, flag)) {
      assertThatThrownBy(with::searchSpace)
          .hasMessageContaining("nasbench-201 needs images; moons has 2 features.");
    }
  }

  @Test
  void whatNobodyBringsIsNamedWithTheComponentThatAsksForIt() {
    assertThatThrownBy(() -> graph(SMALL, "callbacks=[{type: lost, word: a}]"))
        .hasMessageEndingWith(
            "callbacks lost cannot be built: Lost asks for Thread, which no plugin here brings.");
  }

  @Test
  void partsThatNeedOneAnotherAreNamed() {
    assertThatThrownBy(() -> graph(SMALL, "callbacks=[{type: circular, word: a}]"))
        .hasMessageContaining("for its parts need one another")
        .hasMessageContaining("Hen \u2192 ")
        .hasMessageContaining("Egg");
  }

  @Test
  void settingsThatAConstructorRejectsAreShownAtTheirPlace() throws IOException {
    try (ExperimentGraph graph = graph(SMALL.replace("epochs: 4", "architecture: [nonsense]"))) {
      assertThatThrownBy(() -> graph.setup(List.of()))
          .hasMessageContaining("small.yaml:5:54: architecture ([nonsense]) must be one of");
    }
  }

  private ExperimentGraph graph(String yaml, String... flags) throws IOException {
    Path file = Files.writeString(folder.resolve("small.yaml"), yaml);
    LocatedExperiment located =
        new ExperimentReader(catalogue)
            .read(file, Stream.of(flags).map(SettingFlag::parse).toList());
    return ExperimentGraph.of(located, catalogue, new RunFolder(folder));
  }
}
