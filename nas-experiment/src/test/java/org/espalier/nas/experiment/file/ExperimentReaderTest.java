package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.api.training.Schedule;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.espalier.nas.experiment.toy.ToySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentReaderTest {
  private static final String SMALL =
      """
      name: search
      searchSpace: {type: grid}
      controller: {type: reinforce, batch: 10}
      evaluator: {type: table}
      """;

  private final ExperimentReader reader =
      new ExperimentReader(Catalogue.of(List.of(new ToyPlugin())));

  @TempDir Path folder;

  @Test
  void fillsInDefaults() throws IOException {
    Experiment experiment = read(SMALL);

    assertThat(experiment.seed()).isEqualTo(1);
    assertThat(experiment.dataset()).isNull();
    assertThat(experiment.reward().type()).isEqualTo("metric");
    assertThat(experiment.budget()).isEqualTo(new Budget(100, null, null, null));
    ToySettings settings = toy(experiment);
    assertThat(settings.nodes()).containsExactly(8, 16);
    assertThat(settings.predictor()).isEqualTo(ToySettings.Predictor.OFF);
    assertThat(settings.optimizer().schedule()).isEqualTo(Schedule.constant());
    assertThat(settings.missing()).isEqualTo(new ToySettings.Missing.Drop());
    assertThat(settings.patience()).isEqualTo(Duration.ofMinutes(90));
    assertThat(settings.file()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "discount, 1e-3, 0.001",
    "discount, 1, 1.0",
    "discount, .5, 0.5",
    "discount, 5E-1, 0.5",
    "batch, 1_000, 1000",
    "batch, +5, 5",
    "batch, 0x10, 16",
    "batch, 0o17, 15",
    "predictor, off, OFF",
    "predictor, screen-all, SCREEN_ALL",
    "predictor, Screen_All, SCREEN_ALL",
    "entropy, no, false",
    "entropy, ON, true",
    "patience, 90s, PT1M30S",
    "limit, 9000000000, 9000000000",
    "limit, null, ",
  })
  void readsValuesAsTheyAreMeant(String key, String text, String expected) throws Exception {
    Experiment experiment = read(SMALL, "controller." + key + "=" + text);

    Object value = ToySettings.class.getMethod(key).invoke(toy(experiment));
    assertThat(value == null ? null : value.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"no", "007", "1e3", "2024-01-01", "\"quoted: text\"", "12:30"})
  void textIsTextWhateverItLooksLike(String text) throws IOException {
    Experiment experiment = read(SMALL, "description=" + text);

    assertThat(experiment.description()).isEqualTo(text.replace("\"", ""));
  }

  @Test
  void mapsKeepTheirOrder() throws IOException {
    Experiment experiment = read(SMALL, "controller.classes={low: ..5, medium: 6..7, high: 8..}");

    assertThat(toy(experiment).classes())
        .containsExactly(
            Map.entry("low", "..5"), Map.entry("medium", "6..7"), Map.entry("high", "8.."));
  }

  @Test
  void pathsAreRelativeToTheFileTheyStandIn() throws IOException {
    Experiment experiment = read(SMALL.replace("batch: 10", "batch: 10, file: data/my.csv"));

    assertThat(toy(experiment).file()).isEqualTo(folder.resolve("data/my.csv"));
  }

  @Test
  void laterFlagsWinOverEarlierOnesAndOverTheFile() throws IOException {
    Experiment experiment = read(SMALL, "controller.batch=20", "controller.batch=30");

    assertThat(toy(experiment).batch()).isEqualTo(30);
  }

  @Test
  void extendsMergesDeeply() throws IOException {
    Files.writeString(folder.resolve("base.yaml"), SMALL + "budget: {trials: 5, epochs: 50}\n");

    Experiment experiment =
        read("extends: base.yaml\nname: child\nbudget: {trials: 7}\ncontroller: {discount: 0.5}\n");

    assertThat(experiment.name()).isEqualTo("child");
    assertThat(experiment.budget()).isEqualTo(new Budget(7, null, 50, null));
    assertThat(toy(experiment).batch()).isEqualTo(10);
    assertThat(toy(experiment).discount()).isEqualTo(0.5);
  }

  @Test
  void aComponentOfAnotherTypeReplacesTheOneBelowWithItsKeys() throws IOException {
    Experiment experiment = read(SMALL, "controller.type=random");

    assertThat(experiment.controller().type()).isEqualTo("random");
  }

  @Test
  void whatIsWrittenReadsBackEqual() throws IOException {
    Experiment experiment =
        read(
            SMALL + "description: \"no\"\ncallbacks: [{type: journal, metric: '5'}]\n",
            "budget.wallClock=1h30m",
            "controller.classes={low: ..5, 'yes': '8'}",
            "controller.missing={type: fill-in, value: 1e-7}",
            "controller.layers=[{units: 3, dropout: 0.25}, {units: 4}]",
            "controller.file=some/file.csv",
            "controller.discount=0.1");

    String written = new ExperimentWriter().yaml(experiment);

    assertThat(read(written)).isEqualTo(experiment);
    assertThat(new ExperimentWriter().yaml(read(written))).isEqualTo(written);
  }

  @Test
  void knowsWhereSettingsStand() throws IOException {
    Path file = Files.writeString(folder.resolve("some.yaml"), SMALL);

    LocatedExperiment located = reader.read(file, List.of());

    assertThat(located.place("controller", "batch")).hasToString(file + ":3:38");
    assertThat(located.place("controller", "discount")).hasToString(file + ":3:13");
    assertThat(located.place("reward")).hasToString(file + ":1:1");
  }

  @Test
  void aMissingFileAndAFolderAreProblemsOfTheFile() {
    assertThatThrownBy(() -> reader.read(folder.resolve("none.yaml"), List.of()))
        .isInstanceOf(InvalidExperimentException.class)
        .hasMessage("%1$s:1:1: There is no file %1$s.", folder.resolve("none.yaml"));
    assertThatThrownBy(() -> reader.read(folder, List.of()))
        .hasMessageContaining("is a folder; name an experiment file in it.");
  }

  @Test
  void hugeFilesAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("huge.yaml"), "#".repeat(2_000_000));

    assertThatThrownBy(() -> reader.read(file, List.of()))
        .hasMessageContaining("has more than 1048576 bytes");
  }

  @Test
  void aliasesMayRepeatSettingsButNotWithoutEnd() throws IOException {
    assertThat(toy(read(SMALL, "controller.layers=[&a {units: 3}, *a]")).layers()).hasSize(2);
    String list = "[" + "1,".repeat(2000) + "1]";
    String bomb =
        Stream.iterate(0, i -> i + 1)
            .limit(40)
            .map(i -> ", *a")
            .reduce("controller.nodes=[&a " + list, String::concat);

    assertThatThrownBy(() -> read(SMALL, bomb + "]"))
        .hasMessageContaining("more than 50000 values, aliases written out");
  }

  private Experiment read(String yaml, String... flags) throws IOException {
    Path file = Files.writeString(folder.resolve("experiment.yaml"), yaml);
    return reader.read(file, Stream.of(flags).map(SettingFlag::parse).toList()).experiment();
  }

  private static ToySettings toy(Experiment experiment) {
    return (ToySettings) experiment.controller().config();
  }
}
