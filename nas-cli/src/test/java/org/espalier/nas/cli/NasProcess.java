package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own. */
final class NasProcess implements AutoCloseable {
  private static final long LONGEST_MINUTES = 5;

  private final Process process;
  private final BufferedReader err;
  private final Path out;

  private NasProcess(Process process, Path out) {
    this.process = process;
    this.err = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    this.out = out;
  }

  /** Starts a command, whose results go to a file. */
  static NasProcess start(Path out, Object... arguments) throws IOException {
    return start(out, Map.of(), arguments);
  }

  /** Starts a command with additional environment variables. */
  static NasProcess start(Path out, Map<String, String> variables, Object... arguments)
      throws IOException {
    return start(Nas.class, out, variables, arguments);
  }

  /** Starts a program with additional environment variables. */
  static NasProcess start(
      Class<?> program, Path out, Map<String, String> variables, Object... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
    builder.environment().remove("COLUMNS");
    builder.environment().putAll(variables);
    return new NasProcess(builder.start(), out);
  }

  /** Waits for a line on standard error that contains a text; returns the line. */
  String await(String text) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      said.add(line);
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("The process has ended: " + said);
  }

  /** Waits until the results contain a text. */
  void awaitResult(String text) throws IOException, InterruptedException {
    while (!out().contains(text)) {
      if (!process.isAlive() && !out().contains(text)) {
        throw new AssertionError("The process has ended: " + out());
      }
      Thread.sleep(20);
    }
  }

  /** Returns the results so far. */
  String out() throws IOException {
    return Files.readString(out);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for the end of the process; returns its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      throw new AssertionError("The process does not end.");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
