package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.DamagedExperiment;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages each line of a good file in many ways; each is bad input with a located message. */
class MalformedVariantsTest {
  private final Terminal terminal = new Terminal(() -> Catalogue.of(List.of(new ToyPlugin())));

  @TempDir Path folder;

  static Stream<String> variants() {
    return DamagedExperiment.variants();
  }

  @Test
  void theUndamagedFileIsValid() throws IOException {
    Path file = Files.writeString(folder.resolve("good.yaml"), DamagedExperiment.GOOD);

    assertThat(terminal.run("validate", file)).as(terminal.err()).isZero();
  }

  @Test
  void thereAreEnough() {
    assertThat(variants().distinct()).hasSizeGreaterThanOrEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void eachIsBadInputWithALocatedMessage(String variant) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), variant);

    int code = terminal.run("validate", file);

    assertThat(code).as(variant).isEqualTo(2);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err().lines())
        .isNotEmpty()
        .allMatch(
            line -> line.matches(java.util.regex.Pattern.quote(file + "") + ":\\d+:\\d+: .+"));
    assertThat(folder.toFile().list()).containsExactly("bad.yaml");
  }
}
