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

  /** Returns the names of the checks that failed. */
  static Set<String> failures(Class<?> suite) {
    return names(run(selectClass(suite)).failed());
  }

  /** Returns the names of the checks that were skipped. */
  static Set<String> aborted(Class<?> suite) {
    return names(run(selectClass(suite)).aborted());
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
