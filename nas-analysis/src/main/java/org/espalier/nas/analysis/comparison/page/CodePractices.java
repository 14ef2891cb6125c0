package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.MeasurementSource;
import org.espalier.nas.analysis.comparison.page.Practice.State;

/** Lindauer and Hutter (2020), section 2: releasing code. */
final class CodePractices {

  private static final String PLUGIN = "plugin.";
  private static final String OWN = PLUGIN + "org.espalier.nas.";
  private static final List<String> VERSIONS = List.of("espalier.version", "git.commit");

  private final PageModel view;
  private final ComparisonRecord comparison;

  CodePractices(PageModel view) {
    this.view = view;
    comparison = view.results().comparison();
  }

  List<Practice> all() {
    return List.of(
        pipeline(),
        released(2, "Release the code of the search methods.", "The controllers are"),
        new Practice(
            3,
            "Release code as it was used, without waiting to clean it up.",
            State.BY_HAND,
            "The record does not show publications. Publish the comparison file, its folder with"
                + " this page, and the code of plugins."));
  }

  private Practice pipeline() {
    String task = "Release the code of the training pipeline.";
    if (view.all(MeasurementSource.FORMULA)) {
      return new Practice(
          1,
          task,
          State.NOT_APPLICABLE,
          "Nothing is trained: architectures are evaluated by a formula.");
    }
    return released(
        1,
        task,
        view.all(MeasurementSource.TABLE)
            ? "The table records its origin; the training of this program is"
            : "Training is");
  }

  /** Returns the practice for a part of the program, which is public, or of a plugin. */
  private Practice released(int number, String task, String subject) {
    String version =
        VERSIONS.stream()
            .filter(comparison.facts()::containsKey)
            .map(key -> key + " " + comparison.facts().get(key))
            .collect(Collectors.joining(", "));
    List<String> foreign = foreign().toList();
    if (version.isEmpty()) {
      return new Practice(
          number,
          task,
          State.BY_HAND,
          subject + " part of a program whose version was not recorded: report it.");
    }
    String known = subject + " part of Espalier (" + version + ")";
    return foreign.isEmpty()
        ? new Practice(
            number, task, State.MET, known + "; no other plugin was used. All settings are below.")
        : new Practice(
            number,
            task,
            State.BY_HAND,
            known + ", or of a plugin, to be published too: " + String.join(", ", foreign));
  }

  private Stream<String> foreign() {
    return comparison.facts().keySet().stream()
        .filter(fact -> fact.startsWith(PLUGIN) && !fact.startsWith(OWN))
        .map(fact -> fact.substring(PLUGIN.length()));
  }
}
