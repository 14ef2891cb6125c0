package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in a process of its own, then resume. */
@DisabledOnOs(OS.WINDOWS)
class InterruptionTest {
  private static final String SLOW =
      """
      name: slow
      dataset: {type: moons, samples: 60}
      searchSpace: {type: mlp}
      controller: {type: random}
      evaluator: {type: hidden-architecture, sleepMillis: 100}
      budget: {trials: 30}
      output: {report: false}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  @Test
  void interruptedAndResumedItEndsAsIfItHadNotBeen() throws Exception {
    Path file = Files.writeString(folder.resolve("slow.yaml"), SLOW);
    Path runs = folder.resolve("runs");

    Process process = start("run", file.toString(), "--out", runs.toString());
    List<String> said = interruptOnceRunning(process);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said.toString()).isEqualTo(130);
    assertThat(said).anyMatch(line -> line.startsWith("Continue with: nas resume "));
    assertThat(terminal.run("runs", "--out", runs)).isZero();
    assertThat(terminal.out()).contains("interrupted");
    assertThat(terminal.run("resume", "latest", "--out", runs)).as(terminal.err()).isZero();
    assertThat(ledger(runs)).isEqualTo(uninterrupted(file));
  }

  private String uninterrupted(Path file) {
    Path runs = folder.resolve("whole");
    assertThat(terminal.run("run", file, "--out", runs, "--workers", 4)).isZero();
    return ledger(runs);
  }

  private String ledger(Path runs) {
    assertThat(terminal.run("show", "latest", "--ledger", "--out", runs)).isZero();
    return terminal.out();
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Nas.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static List<String> interruptOnceRunning(Process process) throws IOException {
    List<String> said = new ArrayList<>();
    try (BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
      boolean sent = false;
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        said.add(line);
        if (!sent && line.contains(" trial ")) {
          sent = true;
          // Not SIGINT, which what is started in the background of a script ignores.
          new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start();
        }
      }
    }
    return said;
  }
}
