package org.espalier.nas.testkit;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The program of the fresh JVM. It writes its findings to a file, one on each line, preceded by its
 * kind.
 */
final class FreshJvmMain {
  static final String PROPOSAL = "proposal ";
  static final String THREAD = "thread ";
  static final String LONG_SEARCH = "long search ";

  /** Threads that the JDK starts on demand for its own use. */
  private static final List<String> OF_THE_JDK =
      List.of("ForkJoinPool.commonPool-", "Common-Cleaner", "Cleaner-", "process reaper");

  /** Total time for threads to end after {@code close()}. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private FreshJvmMain() {}

  /**
   * Runs the checks.
   *
   * @param args the name of the test class and the file of the report
   */
  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    ControllerContract contract = (ControllerContract) instance(Class.forName(args[0]));
    try (PrintWriter report =
        new PrintWriter(Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.UTF_8))) {
      for (String line : Behaviour.transcript(contract, 1, ProposalText.exact())) {
        report.println(PROPOSAL + line);
      }
      threadsLeft(before, contract).forEach(name -> report.println(THREAD + name));
      LongSearch.troubles(contract).forEach(trouble -> report.println(LONG_SEARCH + trouble));
    }
    // A remaining thread must not keep the JVM alive.
    System.exit(0);
  }

  /** Creates a test class as JUnit does: a nested one within an instance of the enclosing class. */
  private static Object instance(Class<?> type) throws ReflectiveOperationException {
    Class<?> around = type.getEnclosingClass();
    if (around == null || Modifier.isStatic(type.getModifiers())) {
      return accessible(type.getDeclaredConstructor()).newInstance();
    }
    return accessible(type.getDeclaredConstructor(around)).newInstance(instance(around));
  }

  private static <T> Constructor<T> accessible(Constructor<T> constructor) {
    constructor.setAccessible(true);
    return constructor;
  }

  private static List<String> threadsLeft(Set<Thread> before, ControllerContract contract) {
    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    left.removeIf(thread -> stays(thread, contract));
    long end = System.nanoTime() + GRACE.toNanos();
    left.forEach(thread -> awaitEnd(thread, end - System.nanoTime()));
    return left.stream().filter(Thread::isAlive).map(Thread::getName).sorted().toList();
  }

  private static boolean stays(Thread thread, ControllerContract contract) {
    return thread.isDaemon()
        && (OF_THE_JDK.stream().anyMatch(thread.getName()::startsWith)
            || contract.threadsThatStay().stream().anyMatch(thread.getName()::startsWith));
  }

  private static void awaitEnd(Thread thread, long nanos) {
    try {
      TimeUnit.NANOSECONDS.timedJoin(thread, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
