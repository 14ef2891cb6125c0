package org.espalier.nas.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Runs suites as a plugin author's build would. */
final class Suites {

  private Suites() {}

  /** The names of the checks that failed. */
  static Set<String> failures(Class<?> suite) {
    return names(run(suite).failed());
  }

  /** The names of the checks that were passed over. */
  static Set<String> aborted(Class<?> suite) {
    return names(run(suite).aborted());
  }

  private static Events run(Class<?> suite) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(suite))
        .execute()
        .testEvents();
  }

  private static Set<String> names(Events events) {
    return events.stream()
        .map(Event::getTestDescriptor)
        .map(descriptor -> descriptor.getDisplayName().replace("()", ""))
        .collect(Collectors.toSet());
  }
}
