package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A check for threads and files that did not exist before. */
final class LeakCheck {
  private static final List<String> OF_THE_JDK =
      List.of(
          "ForkJoinPool.commonPool-",
          "Common-Cleaner",
          "Cleaner-",
          "process reaper",
          "Attach Listener");

  /** Folders that builds write to while tests run. */
  private static final Set<String> OF_THE_BUILD = Set.of("target", "build");

  /** Beginnings of the names of files by which a process attaches an agent to itself. */
  private static final List<String> OF_AGENTS = List.of(".attach_pid", ".java_pid");

  private final List<Path> folders;
  private final Set<Thread> threads;
  private final Set<Path> files;

  private LeakCheck(List<Path> folders, Set<Thread> threads, Set<Path> files) {
    this.folders = folders;
    this.threads = threads;
    this.files = files;
  }

  /** Records the existing threads and files. */
  static LeakCheck since(List<Path> folders) throws IOException {
    return new LeakCheck(folders, Set.copyOf(Thread.getAllStackTraces().keySet()), files(folders));
  }

  /** Fails if a new thread that may not stay is still alive. */
  void checkThreads(Predicate<Thread> mayStay, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!threads.contains(thread) && !ofTheJdk(thread) && !mayStay.test(thread)) {
        TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
        assertThat(thread.isAlive()).as("%s is alive after close()", thread).isFalse();
      }
    }
  }

  /** Fails if there is a new file. */
  void checkFiles() throws IOException {
    Set<Path> left = files(folders);
    left.removeAll(files);
    assertThat(left).as("files left behind").isEmpty();
  }

  private static boolean ofTheJdk(Thread thread) {
    return OF_THE_JDK.stream().anyMatch(thread.getName()::startsWith);
  }

  private static Set<Path> files(List<Path> folders) throws IOException {
    Set<Path> files = new HashSet<>();
    for (Path folder : folders) {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
              return !visited.equals(folder) && ofATool(visited)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
              if (!ofAnAgent(visited)) {
                files.add(visited.toAbsolutePath());
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path visited, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return files;
  }

  private static boolean ofATool(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(".") || OF_THE_BUILD.contains(name);
  }

  private static boolean ofAnAgent(Path file) {
    String name = file.getFileName().toString();
    return OF_AGENTS.stream().anyMatch(name::startsWith);
  }
}
