package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.evaluation.Directive;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.evaluation.FinalTrainer;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.controller.ControllersPlugin;
import org.espalier.nas.engine.study.StudyPlugin;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.searchspace.SearchSpacesPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin's evaluator whose architectures are trained and retrained by a trainer of its own. */
class FinalTrainerTest {
  private static final String ACCURACY = "validation.accuracy";

  private static final String SEARCH =
      """
      name: bits
      searchSpace:
        type: hyperparameters
        parameters: {a: {type: boolean}, b: {type: boolean}}
      controller: {type: grid}
      evaluator: {type: bits, epochs: 2, EXTRA}
      budget: {trials: 4}
      output: {report: false}
      """;

  /** Settings of the evaluator, whose trials may pretend to depend on each other. */
  public record BitsSettings(
      @Default("2") @Range("[1, inf)") int epochs,
      @Default("false") boolean inherit,
      @Default("true") boolean trains)
      implements EvaluatorSettings {

    @Override
    public Fidelity fullFidelity() {
      return Fidelity.epochs(epochs);
    }

    @Override
    public Optional<String> dependence() {
      return inherit ? Optional.of("inherit (true)") : Optional.empty();
    }

    @Override
    public EvaluatorSettings independent() {
      return new BitsSettings(epochs, false, trains);
    }

    @Override
    public Optional<Class<? extends FinalTrainer>> finalTrainer() {
      return trains ? Optional.of(BitsTrainer.class) : Optional.empty();
    }
  }

  private static Measurement measured(Architecture architecture, int epoch) {
    double bits = architecture.choices().stream().filter(c -> c.text().equals("true")).count();
    return new Measurement(epoch, Map.of(ACCURACY, bits / 4 + epoch / 1000.0));
  }

  /** An evaluator that counts the options that are true. */
  static final class BitsEvaluator implements Evaluator {
    private final BitsSettings settings;

    @Inject
    BitsEvaluator(BitsSettings settings) {
      this.settings = settings;
    }

    @Override
    public Outcome evaluate(Trial trial, Progress progress) {
      List<Measurement> history = new ArrayList<>();
      for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
        history.add(measured(trial.proposal().architecture(), epoch));
        progress.report(history.get(epoch - 1));
      }
      return new Outcome.Completed(history, Account.empty());
    }
  }

  /** Its trainer, which asks for its settings and for the space. */
  static final class BitsTrainer implements FinalTrainer {
    private final BitsSettings settings;
    private final SearchSpace space;

    @Inject
    BitsTrainer(BitsSettings settings, SearchSpace space) {
      this.settings = settings;
      this.space = space;
    }

    @Override
    public TrainedModel train(Architecture architecture, int epochs, long seed, Progress progress) {
      List<Measurement> history = new ArrayList<>();
      Directive directive = Directive.CONTINUE;
      for (int epoch = 1; epoch <= epochs && directive == Directive.CONTINUE; epoch++) {
        history.add(measured(space.canonical(architecture), epoch));
        directive = progress.report(history.get(epoch - 1));
      }
      return new Bits(architecture, history, settings.inherit() ? 0 : 0.5);
    }
  }

  /** Its model, which is one file. */
  record Bits(Architecture architecture, List<Measurement> history, double test)
      implements TrainedModel {

    @Override
    public String summary() {
      return architecture.toString();
    }

    @Override
    public int bestEpoch() {
      return history.size();
    }

    @Override
    public Map<String, Double> testMetrics() {
      return Map.of("test.accuracy", test);
    }

    @Override
    public List<String> export(Path folder) {
      try {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bits.txt"), summary());
        return List.of("bits.txt");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The plugin. */
  static final class BitsPlugin implements NasPlugin {
    @Override
    public void configure(PluginRegistry registry) {
      registry.component(ComponentKind.EVALUATOR, "bits", BitsEvaluator.class, BitsSettings.class);
    }
  }

  private final Terminal terminal =
      new Terminal(
          () ->
              Catalogue.of(
                  List.of(
                      new StudyPlugin(),
                      new SearchSpacesPlugin(),
                      new ControllersPlugin(),
                      new BitsPlugin())));

  @TempDir Path folder;

  private void search(String extra) throws IOException {
    Path file = Files.writeString(folder.resolve("bits.yaml"), SEARCH.replace("EXTRA", extra));
    assertThat(terminal.run("run", file, "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
  }

  @Test
  void trainsAndExportsWithoutADataSet() throws IOException {
    search("trains: true");
    assertThat(terminal.out()).contains("nas train ");

    Path model = folder.resolve("model");
    Path runs = folder.resolve("runs");
    assertThat(terminal.run("train", "latest", "--out", runs, "--export", model))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out())
        .contains("[true, true] (trial 4)", "20, the best was 20", "test.accuracy")
        .contains("Exported to " + model + " (bits.txt)")
        .doesNotContain("parameters", "Confusion");
    assertThat(model.resolve("bits.txt")).hasContent("[true, true]");
  }

  @Test
  void refusesToTrainWithoutATrainer() throws IOException {
    search("trains: false");
    assertThat(terminal.out()).doesNotContain("nas train ");

    assertThat(terminal.run("train", "latest", "--out", folder.resolve("runs"))).isEqualTo(1);
    assertThat(terminal.err()).contains("The evaluator bits of this run offers no final trainer");
  }

  @Test
  void retrainsInComparisonsWithoutDependence() throws IOException {
    String comparison =
        """
        name: retrained
        base: bits.yaml
        seeds: 2
        resamples: 100
        score: {metric: test.accuracy, epochs: 3}
        arms:
          alone:
          inheriting: {evaluator: {inherit: true}}
        """;
    search("trains: true");
    Path file = Files.writeString(folder.resolve("retrained.yaml"), comparison);

    assertThat(terminal.run("compare", file, "--out", folder.resolve("out")))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out().replaceAll("\\s+", " "))
        .contains("is retrained for its score", "for at most 3 epochs");
  }
}
