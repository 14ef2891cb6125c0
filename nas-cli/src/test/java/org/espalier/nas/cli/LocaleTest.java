package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results in locales with digits of their own, and files that a locale cannot name. */
@Isolated("changes the default locale of the process")
class LocaleTest {
  private static final String TRAINING =
      """
      name: case
      seed: 1
      dataset: {type: moons, samples: 150}
      searchSpace: {type: mlp, nodes: [4], activations: [relu], dropout: [], maxLength: 2}
      controller: {type: reinforce, batch: 1}
      evaluator: {type: training, epochs: 2}
      budget: {trials: 2}
      output: {tensorboard: true}
      """;

  private final Locale before = Locale.getDefault();
  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(before);
  }

  @Test
  void aProgramThatEmbedsTheLibraryHasTheSameResultsInEveryLocale() throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), TRAINING);
    Locale.setDefault(Locale.ENGLISH);
    String english = ledger(file, "english");
    for (String tag : List.of("ar-EG", "fa-IR", "bn-BD", "mr-IN", "th-TH-u-nu-thai")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(ledger(file, tag)).as(tag).isEqualTo(english);
      assertThat(Locale.getDefault()).isEqualTo(Locale.forLanguageTag(tag));
    }
  }

  private String ledger(Path file, String runs) {
    assertThat(terminal.run("run", file, "--out", folder.resolve(runs)))
        .as(terminal.out() + terminal.err())
        .isZero();
    assertThat(terminal.run("show", "latest", "--ledger", "--out", folder.resolve(runs))).isZero();
    return terminal.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "fa", "bn"})
  void theProgramPrintsAsciiDigits(String language) throws Exception {
    String country = Map.of("ar", "EG", "fa", "IR", "bn", "BD").get(language);
    Path file =
        Files.writeString(folder.resolve("case.yaml"), TRAINING.replace("trials: 2", "trials: 1"));
    Process process =
        nas(
            Map.of(),
            List.of("-Duser.language=" + language, "-Duser.country=" + country),
            "run",
            file.toString(),
            "--out",
            folder.resolve("runs").toString());
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .contains("case: 1 trial (1 completed")
        .doesNotContainPattern("(?U)[\\p{Nd}&&[^0-9]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"größe.csv", "données.csv", "данные.csv"})
  @DisabledOnOs({OS.WINDOWS, OS.MAC})
  void aLocaleWithoutTheseCharactersIsNamedAsTheCause(String name) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("case.yaml"),
            TRAINING.replace(
                "type: moons, samples: 150", "type: csv, file: " + name + ", label: a"));
    Process process = nas(Map.of("LC_ALL", "POSIX"), List.of(), "validate", file.toString());
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(2);
    assertThat(said).contains("LC_ALL=C.UTF-8").doesNotContain("Exception");
  }

  private static Process nas(
      Map<String, String> environment, List<String> options, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Nas.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
