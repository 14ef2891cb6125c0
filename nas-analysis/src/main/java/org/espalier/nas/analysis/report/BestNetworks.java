package org.espalier.nas.analysis.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.analysis.markup.Markup;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.trial.TrialResult;

/** The drawings of the networks of the best trials. */
final class BestNetworks {
  private BestNetworks() {}

  /**
   * Writes cells and network of the best trial, and those of others folded; equal ones once. A
   * network with cells is folded, too.
   */
  static void write(RunSubjects subjects, List<TrialResult> top, Markup markup) {
    if (!subjects.problem().isEmpty()) {
      markup.leaf("p", "Networks are not drawn: " + subjects.problem(), "class", "note");
    }
    Set<Architecture> drawn = new HashSet<>();
    for (TrialResult result : top) {
      int trial = result.trial().number();
      NetworkSpec network = subjects.networks().get(trial);
      if (network != null && drawn.add(result.trial().proposal().architecture())) {
        boolean folded = drawn.size() > 1;
        Map<String, CellGraph> cells = subjects.cells().getOrDefault(trial, Map.of());
        if (!cells.isEmpty()) {
          String title = "Cells of trial " + trial;
          write(title, folded, markup, () -> CellsFigure.write(title, cells, markup));
        }
        if (cells.isEmpty() || !folded) {
          String title = "Network of trial " + trial;
          write(
              title,
              folded || !cells.isEmpty(),
              markup,
              () -> NetworkFigure.write(title, network, markup));
        }
      }
    }
  }

  private static void write(String title, boolean folded, Markup markup, Runnable figure) {
    if (folded) {
      markup.open("details").leaf("summary", title);
      figure.run();
      markup.close();
    } else {
      figure.run();
    }
  }
}
