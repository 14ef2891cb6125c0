package org.espalier.nas.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A runner of suites, as in a plugin author's build. */
final class Suites {

  private Suites() {}

  /**
   * Names of checks of a suite.
   *
   * @param failed those that failed
   * @param aborted those that were skipped
   */
  record Unsuccessful(Set<String> failed, Set<String> aborted) {}

  /** Runs a suite and returns the checks that did not succeed. */
  static Unsuccessful unsuccessful(Class<?> suite) {
    Events events = run(selectClass(suite));
    return new Unsuccessful(names(events.failed()), names(events.aborted()));
  }

  /** Returns the names of the checks that failed. */
  static Set<String> failures(Class<?> suite) {
    return unsuccessful(suite).failed();
  }

  /** Returns the result of one check of a suite. */
  static TestExecutionResult result(Class<?> suite, String check) {
    Events finished = run(selectMethod(suite, method(suite, check))).finished();
    return finished.stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the reason why one check of a suite fails or is skipped; empty if it passes. */
  static Optional<Throwable> trouble(Class<?> suite, String check) {
    return result(suite, check).getThrowable();
  }

  private static Method method(Class<?> suite, String name) {
    return ReflectionSupport.findMethods(
            suite, method -> method.getName().equals(name), HierarchyTraversalMode.BOTTOM_UP)
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(suite + " has no check " + name + "."));
  }

  private static Events run(DiscoverySelector selector) {
    return EngineTestKit.engine("junit-jupiter").selectors(selector).execute().testEvents();
  }

  private static Set<String> names(Events events) {
    return events.stream()
        .map(Event::getTestDescriptor)
        .map(descriptor -> descriptor.getDisplayName().replaceAll("\\(.*\\)", ""))
        .collect(Collectors.toSet());
  }
}
