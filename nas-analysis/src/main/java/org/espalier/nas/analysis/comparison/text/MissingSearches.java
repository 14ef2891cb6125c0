package org.espalier.nas.analysis.comparison.text;

import java.util.Optional;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.markup.NumberFormat;

/** The statement that not all searches of a comparison have ended. */
final class MissingSearches {

  private MissingSearches() {}

  /** Returns the sentence; empty if all searches have ended. */
  static Optional<String> of(ComparisonRecord comparison) {
    int ended = comparison.searches().size();
    return ended >= comparison.planned()
        ? Optional.empty()
        : Optional.of(
            "Preliminary: only %s of %s have ended."
                .formatted(
                    NumberFormat.whole(ended), Sentences.count(comparison.planned(), "search")));
  }
}
