package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each malformed comparison gives exactly the messages beside it; {@code -Dgolden.write=true}
 * writes them anew.
 */
class ComparisonGoldenFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/malformed-comparisons");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void reportsAllThatIsWrong(Path file) throws IOException {
    Path expected =
        file.resolveSibling(file.getFileName().toString().replace(".yaml", ".expected"));
    String messages = messages(file);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, messages);
    }

    assertThat(messages).isEqualTo(Files.readString(expected));
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(30);
  }

  private static String messages(Path file) {
    ComparisonReader reader = new ComparisonReader(Catalogue.of(List.of(new ToyPlugin())));
    InvalidExperimentException error =
        catchThrowableOfType(InvalidExperimentException.class, () -> reader.read(file, List.of()));
    assertThat(error).as("problems of %s", file).isNotNull();
    return error.problems().stream()
        .map(problem -> problem.toString().replace(FOLDER + "/", "") + "\n")
        .collect(Collectors.joining());
  }
}
