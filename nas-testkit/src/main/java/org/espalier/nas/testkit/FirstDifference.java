package org.espalier.nas.testkit;

import java.util.List;
import org.espalier.nas.api.trial.Proposal;
import org.opentest4j.AssertionFailedError;

/** An explanation in five lines of the first difference between two sequences of proposals. */
final class FirstDifference {
  private static final int LONGEST = 160;

  private FirstDifference() {}

  /** Likely causes of a difference, with the place to look at. */
  enum Cause {
    UNSEEDED(
        "a draw that does not come from the study's seed: Math.random(), new Random(), or the order of a HashSet",
        "every draw of ask() and of the constructor; take them from the RandomStreams"),
    SHARED_STATE(
        "state that controllers share: a static field, or an object kept by the test class",
        "static fields, and what controller() of the test returns; each call must return a new object"),
    SNAPSHOT_LACKS_STATE(
        "a field that snapshot() does not write or restore() does not read",
        "each field that ask() or tell() changes; compare it with snapshot() and restore()"),
    SNAPSHOT_CHANGES_STATE(
        "a snapshot() that changes the controller, such as by drawing or counting",
        "snapshot(); it must only read"),
    ARRAY_IS_SHARED(
        "an array of bytes that the controller keeps after returning or receiving it",
        "snapshot() and restore(); copy the bytes"),
    LIST_IS_KEPT(
        "a list that the controller keeps after tell()",
        "tell(); copy the results that are needed later"),
    OTHER_JVM(
        "a draw without seed, static state, the default locale, a file, the clock, or the order of a HashMap of objects without hashCode()",
        "static fields, Math.random(), new Random(), toLowerCase() and String.format() without a locale");

    private final String text;
    private final String place;

    Cause(String text, String place) {
      this.text = text;
      this.place = place;
    }
  }

  /**
   * Fails if the proposals are not equal.
   *
   * @param subject the proposals under test: {@code proposals of a restored controller}
   */
  static void assertNone(
      String subject, List<Proposal> actual, List<Proposal> expected, Cause cause) {
    if (!actual.equals(expected)) {
      assertNoneOfLines(subject, lines(actual), lines(expected), cause);
      throw new AssertionFailedError(
          subject + " differ from those expected in a part that their text does not show.");
    }
  }

  private static List<String> lines(List<Proposal> proposals) {
    return proposals.stream().map(ProposalText.exact()::of).toList();
  }

  /** Fails if proposals given as lines of text are not equal. */
  static void assertNoneOfLines(
      String subject, List<String> actual, List<String> expected, Cause cause) {
    if (actual.equals(expected)) {
      return;
    }
    int first = 0;
    while (first < actual.size()
        && first < expected.size()
        && actual.get(first).equals(expected.get(first))) {
      first++;
    }
    throw new AssertionFailedError(
        """
        The %s differ from number %d on (%d of them, expected %d).
          expected: %s
          actual:   %s
          Likely cause: %s.
          Look at: %s."""
            .formatted(
                subject,
                first + 1,
                actual.size(),
                expected.size(),
                line(expected, first),
                line(actual, first),
                cause.text,
                cause.place));
  }

  private static String line(List<String> lines, int index) {
    if (index >= lines.size()) {
      return "none";
    }
    String line = lines.get(index);
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
