package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {
  private static final GoldenMessages MALFORMED =
      new GoldenMessages(Path.of("src/test/resources/malformed"));

  static Stream<Path> files() throws IOException {
    return MALFORMED.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void reportsAllThatIsWrong(Path file) throws IOException {
    ExperimentReader reader = new ExperimentReader(Catalogue.of(List.of(new ToyPlugin())));

    MALFORMED.assertReported(file, () -> reader.read(file, flags(file)));
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(40);
  }

  /** Returns the flags of a case, which its first lines contain: {@code #--set key=value}. */
  private static List<SettingFlag> flags(Path file) throws IOException {
    String text =
        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.lines()
        .filter(line -> line.startsWith("#--set "))
        .map(line -> SettingFlag.parse(line.substring("#--set ".length())))
        .toList();
  }
}
