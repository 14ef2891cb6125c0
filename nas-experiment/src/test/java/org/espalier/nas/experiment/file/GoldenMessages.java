package org.espalier.nas.experiment.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A folder of malformed files, each with its exact messages next to it; {@code -Dgolden.write=true}
 * rewrites them.
 */
record GoldenMessages(Path folder) {

  Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  void assertReported(Path file, ThrowingCallable reading) throws IOException {
    Path expected =
        file.resolveSibling(file.getFileName().toString().replace(".yaml", ".expected"));
    InvalidExperimentException error =
        catchThrowableOfType(InvalidExperimentException.class, reading);
    assertThat(error).as("problems of %s", file).isNotNull();
    String messages =
        error.problems().stream()
            .map(problem -> problem.toString().replace(folder + "/", "") + "\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(expected, messages);
    }

    assertThat(messages).isEqualTo(Files.readString(expected));
  }
}
