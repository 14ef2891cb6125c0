package org.espalier.nas.engine.store.run;

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
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StoreException.Kind;

/**
 * Layout of the folders of runs: {@code root/name/id/}, with an id made from the time of the run's
 * creation, so that ids sort by time. A run's folder has its study in {@link #DATABASE}, or a
 * {@link StoreFile} that says where the study is.
 *
 * @param root folder of all runs; it need not exist yet
 */
public record RunFolders(Path root) {

  /** Name of the SQLite file in a run folder. */
  public static final String DATABASE = "study.db";

  /** Name that stands for the run that was created last. */
  public static final String LATEST = "latest";

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int DEPTH = 2;
  private static final int SHOWN = 10;

  /**
   * Returns the folder of a new run, which does not exist yet.
   *
   * @param name the experiment's name
   * @param now time of the run's creation
   */
  public Path fresh(String name, Instant now) {
    // Processes that start in the same second differ in their numbers.
    long process = ProcessHandle.current().pid() & 0xffff;
    String id = "%s-%04x".formatted(ID.format(now), process);
    Path folder = root.resolve(name).resolve(id);
    for (int repeat = 2; Files.exists(folder); repeat++) {
      folder = root.resolve(name).resolve(id + "-" + repeat);
    }
    return folder;
  }

  /** Returns the folders of all runs, the oldest first. */
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
      throw new NasException(
          "The runs in %s cannot be listed: %s.".formatted(root, IoReason.of(e)), e);
    }
  }

  /** Returns the name of the experiment to which a run in this folder belongs. */
  public static String name(Path run) {
    Path parent = run.toAbsolutePath().normalize().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  /** Returns the folder of all runs to which the folder of a run belongs. */
  public static Path root(Path run) {
    return run.toAbsolutePath().normalize().resolve("../..").normalize();
  }

  /**
   * Finds a run.
   *
   * @param run {@code latest}, the path of a run's folder or of its file, {@code name/id}, an id,
   *     or the name of an experiment: its latest run
   * @throws StoreException if there is none; the message names the latest runs
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
      if ((path.endsWith(DATABASE) || path.endsWith(StoreFile.NAME)) && Files.isRegularFile(path)) {
        return Optional.ofNullable(path.toAbsolutePath().getParent());
      }
      return Stream.of(path, root.resolve(path)).filter(RunFolders::isRun).findFirst();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  /** Returns true if a folder is that of a run, whose study it has or names. */
  public static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(DATABASE))
        || Files.isRegularFile(folder.resolve(StoreFile.NAME));
  }

  /** Returns the key {@code name/id} of the run in a folder. */
  public static String key(Path run) {
    return name(run) + "/" + run.getFileName();
  }

  private static Optional<Path> last(Stream<Path> runs) {
    return runs.reduce((earlier, later) -> later);
  }

  private StoreException unknown(String run, List<Path> all) {
    String known =
        all.stream()
            .skip(Math.max(0, all.size() - SHOWN))
            .map(RunFolders::key)
            .collect(Collectors.joining(", "));
    return new StoreException(
        Kind.MISSING,
        root.toString(),
        all.isEmpty()
            ? "There is no run %s in %s. No runs yet.".formatted(run, root)
            : "There is no run %s in %s. The latest runs: %s.".formatted(run, root, known));
  }
}
