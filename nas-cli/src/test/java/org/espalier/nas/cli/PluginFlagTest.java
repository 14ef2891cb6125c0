package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginFlagTest {
  @TempDir private Path folder;
  private final List<Path> asked = new ArrayList<>();
  private Path one;
  private Path two;

  @BeforeEach
  void makeFolders() throws IOException {
    one = Files.createDirectory(folder.resolve("one"));
    two = Files.createDirectory(folder.resolve("two"));
  }

  private Terminal terminal(String variable) {
    return new Terminal(
        folders -> {
          asked.addAll(folders);
          return Catalogue.of(List.of());
        },
        variable);
  }

  @Test
  void foldersAddUpBeforeAndAfterTheCommandAndInTheEnvironment() throws IOException {
    Path three = Files.createDirectory(folder.resolve("three"));
    Path four = Files.createDirectory(folder.resolve("four"));

    int code =
        terminal(three + File.pathSeparator + four)
            .run("--plugins", one, "plugins", "--plugins=" + two);

    assertThat(code).isZero();
    assertThat(asked).containsExactly(one, two, three, four);
  }

  @Test
  void anEmptyEnvironmentNamesNoFolder() {
    assertThat(terminal("").run("plugins", "--plugins", one)).isZero();
    assertThat(asked).containsExactly(one);
  }

  @Test
  void saysWhereAFolderThatThereIsNotWasNamed() {
    Path none = folder.resolve("none");
    Terminal terminal = terminal(one + File.pathSeparator + none);

    assertThat(terminal.run("plugins")).isEqualTo(2);
    assertThat(terminal.err()).contains("NAS_PLUGINS (" + none + ")");
    assertThat(terminal.run("plugins", "--plugins", none)).isEqualTo(2);
    assertThat(terminal.err()).contains("--plugins (" + none + ")");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plugins --plugins", "--plugins= plugins"})
  void theFlagNeedsAFolder(String arguments) {
    Terminal terminal = terminal(null);

    assertThat(terminal.run((Object[]) arguments.split(" "))).isEqualTo(2);
    assertThat(terminal.err()).startsWith("--plugins needs a folder.");
  }
}
