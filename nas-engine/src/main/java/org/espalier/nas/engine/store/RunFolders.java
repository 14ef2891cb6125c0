package org.espalier.nas.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StoreException.Kind;

/**
 * Where runs are kept: {@code root/name/id/}, the id made from the time at which the run was
 * created, so that ids sort by time.
 *
 * @param root the folder of all runs; it need not exist yet
 */
public record RunFolders(Path root) {

  /** Stands for the run that was created last. */
  public static final String LATEST = "latest";

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DEPTH = 2;
  private static final int SHOWN = 10;

  /**
   * The folder of a new run, which is not there yet.
   *
   * @param name the experiment's name
   * @param now when the run is created
   */
  public Path fresh(String name, Instant now) {
    // Processes that begin in the same second differ in their numbers.
    long process = ProcessHandle.current().pid() & 0xffff;
    String id = "%s-%04x".formatted(ID.format(now), process);
    Path folder = root.resolve(name).resolve(id);
    for (int repeat = 2; Files.exists(folder); repeat++) {
      folder = root.resolve(name).resolve(id + "-" + repeat);
    }
    return folder;
  }

  /** The folders of all runs, the oldest first. */
  public List<Path> all() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, DEPTH)) {
      return files
          .filter(RunFolders::isRun)
          .sorted(Comparator.comparing(run -> run.getFileName().toString()))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new NasException("The runs in %s cannot be listed: %s".formatted(root, e), e);
    }
  }

  /** The name of the experiment that a run in such a folder belongs to. */
  public static String name(Path run) {
    Path parent = run.toAbsolutePath().normalize().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  /**
   * Finds a run.
   *
   * @param run {@code latest}, the path of a run's folder or of its file, {@code name/id}, an id,
   *     or the name of an experiment: its latest run
   * @throws StoreException if there is none; the message names those that there are
   */
  public Path find(String run) {
    List<Path> all = all();
    if (run.equals(LATEST)) {
      return last(all.stream()).orElseThrow(() -> unknown(run, all));
    }
    return byPath(run)
        .or(() -> last(all.stream().filter(folder -> name(folder).equals(run))))
        .or(() -> last(all.stream().filter(folder -> folder.getFileName().toString().equals(run))))
        .orElseThrow(() -> unknown(run, all));
  }

  private Optional<Path> byPath(String run) {
    try {
      Path path = Path.of(run);
      if (path.endsWith(StudyDatabase.FILE) && Files.isRegularFile(path)) {
        return Optional.ofNullable(path.toAbsolutePath().getParent());
      }
      return Stream.of(path, root.resolve(path)).filter(RunFolders::isRun).findFirst();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(StudyDatabase.FILE));
  }

  private static Optional<Path> last(Stream<Path> runs) {
    return runs.reduce((earlier, later) -> later);
  }

  private StoreException unknown(String run, List<Path> all) {
    String known =
        all.isEmpty()
            ? "there are none yet"
            : all.stream()
                .skip(Math.max(0, all.size() - SHOWN))
                .map(folder -> name(folder) + "/" + folder.getFileName())
                .collect(Collectors.joining(", "));
    return new StoreException(
        Kind.MISSING,
        root,
        "There is no run %s in %s. The latest runs: %s.".formatted(run, root, known));
  }
}
