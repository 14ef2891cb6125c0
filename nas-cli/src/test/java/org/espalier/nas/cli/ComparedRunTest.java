package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands of people to the searches of a comparison. */
class ComparedRunTest extends ComparisonFileFixture {

  private Path search() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      return files.filter(path -> path.endsWith("seed-1")).findFirst().orElseThrow();
    }
  }

  @Test
  void nobodyChangesThem() throws IOException {
    Files.writeString(base, BASE.replace("epochs: 5", "epochs: 5, sleepMillis: 1"));
    assertThat(run("compare", "--seeds", 2)).as(terminal.err()).isZero();
    Path search = search();

    for (List<String> command :
        List.of(
            List.of("steer", "--stop"),
            List.of("steer", "--stop-trial", "1"),
            List.of("steer", "--enqueue", "(8, relu)"),
            List.of("steer", "--trials", "9", "--note", "odd"),
            List.of("extend", "--trials", "90"))) {
      Object[] all =
          Stream.concat(
                  Stream.of(command.get(0), search.toString()),
                  command.subList(1, command.size()).stream())
              .toArray();
      assertThat(terminal.run(all)).as("%s", command).isEqualTo(2);
      assertThat(terminal.err()).contains("seed-1 is a search of the comparison ");
    }
    assertThat(terminal.run("steer", search)).isZero();
    assertThat(terminal.out()).isEqualTo("Nobody has steered this run.\n");

    assertThat(terminal.run("steer", search, "--note", "odd", "--tag", "seen")).isZero();
    assertThat(terminal.out()).contains("  1  note: odd\n").contains("  2  add the tag seen\n");
  }
}
