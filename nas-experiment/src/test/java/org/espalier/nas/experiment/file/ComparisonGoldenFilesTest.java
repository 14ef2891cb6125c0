package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonGoldenFilesTest {
  private static final GoldenMessages MALFORMED =
      new GoldenMessages(Path.of("src/test/resources/malformed-comparisons"));

  static Stream<Path> files() throws IOException {
    return MALFORMED.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void reportsAllThatIsWrong(Path file) throws IOException {
    ComparisonReader reader = new ComparisonReader(Catalogue.of(List.of(new ToyPlugin())));

    MALFORMED.assertReported(file, () -> reader.read(file, List.of()));
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(30);
  }
}
