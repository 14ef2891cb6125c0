package org.espalier.nas.cli.view;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.trial.StoppingSavings;
import org.espalier.nas.cli.console.Words;

/**
 * The savings of a stopping rule, as text and as a tree.
 *
 * @param savings the numbers
 */
record SavingsText(StoppingSavings savings) {

  /** Returns true if a trial ended before its last epoch. */
  boolean isNeeded() {
    return savings.stopped() + savings.endedThemselves() > 0;
  }

  /**
   * Returns the savings of the rule: {@code 31 of 100 trials ended early, 412 of 1,000 epochs (41
   * %) saved}.
   */
  String byRule() {
    return String.format(
        Locale.ROOT,
        "%,d of %s ended early, %,d of %s (%.0f %%) saved",
        savings.stopped(),
        Words.count(savings.trials(), "trial"),
        savings.savedEpochs(),
        Words.count(savings.epochsWithoutRule(), "epoch"),
        100 * savings.share());
  }

  /** Returns the savings by early stopping in evaluators, which no rule caused; empty if none. */
  Optional<String> byEvaluator() {
    return savings.endedThemselves() == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d of %s ended by the evaluator's early stopping, %s" + " before their last",
                savings.endedThemselves(),
                Words.count(savings.trials(), "trial"),
                Words.count(savings.untrainedEpochs(), "epoch")));
  }

  /** Returns the savings as a tree, for JSON. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("stopped", savings.stopped());
    tree.put("savedEpochs", savings.savedEpochs());
    tree.put("trainedEpochs", savings.trainedEpochs());
    tree.put("savedShare", savings.share());
    tree.put("endedThemselves", savings.endedThemselves());
    tree.put("untrainedEpochs", savings.untrainedEpochs());
    return tree;
  }
}
