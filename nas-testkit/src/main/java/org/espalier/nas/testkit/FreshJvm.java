package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * The report of a JVM that ran only the checks of a contract, with another default locale, a small
 * heap, and empty working folders.
 */
final class FreshJvm {
  private final List<String> report;
  private final List<String> filesLeft;
  private final String trouble;

  private FreshJvm(List<String> report, List<String> filesLeft, String trouble) {
    this.report = report;
    this.filesLeft = filesLeft;
    this.trouble = trouble;
  }

  /** Starts the JVM and waits for its end. */
  static FreshJvm run(Class<?> suite, ControllerContract contract) {
    try {
      Path folder = Files.createTempDirectory("fresh-jvm");
      try {
        return run(suite, contract, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the fresh JVM ran.", e);
    }
  }

  private static FreshJvm run(Class<?> suite, ControllerContract contract, Path folder)
      throws IOException, InterruptedException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path report = folder.resolve("report");
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command(contract, temporary));
    builder.command().addAll(List.of(FreshJvmMain.class.getName(), suite.getName(), "" + report));
    builder.environment().put("CLASSPATH", classPath());
    builder.directory(work.toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    String trouble = "";
    if (!process.waitFor(contract.patience().toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      trouble = "The fresh JVM had not ended after " + contract.patience() + ".";
    } else if (process.exitValue() != 0) {
      trouble = "The fresh JVM ended with the exit code " + process.exitValue() + ".";
    }
    String said = Files.readString(output);
    List<String> left = new ArrayList<>(files(work, "working folder"));
    left.addAll(files(temporary, "folder for temporary files"));
    return new FreshJvm(
        Files.exists(report) ? Files.readAllLines(report) : List.of(),
        left,
        trouble.isEmpty() ? "" : trouble + " It said:\n" + said);
  }

  private static List<String> command(ControllerContract contract, Path temporary) {
    boolean turkish = Locale.getDefault().getLanguage().equals("tr");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + contract.heap() + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:-UsePerfData");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Duser.language=" + (turkish ? "en" : "tr"));
    command.add("-Duser.country=" + (turkish ? "US" : "TR"));
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + temporary);
    return command;
  }

  /** Returns the class path with absolute paths, since the fresh JVM runs in another folder. */
  private static String classPath() {
    String separator = System.getProperty("path.separator");
    return Pattern.compile(separator, Pattern.LITERAL)
        .splitAsStream(System.getProperty("java.class.path"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(separator));
  }

  private static List<String> files(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file) + " in the " + name)
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Checks that the proposals equal those in this JVM, in which other code has run before. */
  void checkProposals(ControllerContract contract) {
    failIfInTrouble();
    Behaviour.transcript(contract, 2, ProposalText.exact());
    FirstDifference.assertNoneOfLines(
        "proposals in this JVM after other searches (actual) and in a fresh one (expected)",
        Behaviour.transcript(contract, 1, ProposalText.exact()),
        lines(FreshJvmMain.PROPOSAL),
        FirstDifference.Cause.OTHER_JVM);
  }

  /** Checks that no thread outlives the controller's {@code close()}. */
  void checkThreads() {
    failIfInTrouble();
    assertThat(lines(FreshJvmMain.THREAD)).as("threads that are alive after close()").isEmpty();
  }

  /** Checks that no file is left once the JVM has ended. */
  void checkFiles() {
    failIfInTrouble();
    assertThat(filesLeft).as("files left behind").isEmpty();
  }

  /** Checks that the long search fitted into the heap and ran correctly. */
  void checkLongSearch() {
    failIfInTrouble();
    assertThat(lines(FreshJvmMain.LONG_SEARCH)).as("what was wrong in a long search").isEmpty();
  }

  private List<String> lines(String kind) {
    return report.stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()))
        .toList();
  }

  private void failIfInTrouble() {
    if (!trouble.isEmpty()) {
      Assertions.fail(trouble);
    }
  }
}
