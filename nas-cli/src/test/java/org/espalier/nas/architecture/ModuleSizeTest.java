package org.espalier.nas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No module holds so much that its one responsibility would be hard to state. */
class ModuleSizeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final double LARGEST_SHARE = 0.15;

  @Test
  void noModuleHoldsMoreThanItsShareOfTheMainCode() throws IOException {
    Map<String, Long> lines = new TreeMap<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      modules
          .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
          .filter(module -> !module.endsWith("benchmarks"))
          .forEach(module -> lines.put(module.getFileName().toString(), lines(module)));
    }
    long all = lines.values().stream().mapToLong(Long::longValue).sum();

    assertThat(lines).hasSizeGreaterThanOrEqualTo(11);
    assertThat(lines)
        .allSatisfy(
            (module, count) ->
                assertThat((double) count / all).as(module).isLessThanOrEqualTo(LARGEST_SHARE));
  }

  @Test
  void experimentsHoldsNoCode() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("experiments"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(file.toString()).matches(".*\\.(yaml|schema\\.json)"));
    }
  }

  private static long lines(Path module) {
    try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .mapToLong(ModuleSizeTest::count)
          .sum();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static long count(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
