package org.espalier.nas.analysis.comparison.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.analysis.comparison.Answers;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.page.Practice.State;

/** Lindauer and Hutter (2020), section 2: releasing code. */
final class CodePractices {

  private static final String PLUGIN = "plugin.";
  private static final String OWN = PLUGIN + "org.espalier.nas.";
  private static final List<String> VERSIONS = List.of("espalier.version", "git.commit");

  private final View view;
  private final ComparisonRecord comparison;

  CodePractices(View view) {
    this.view = view;
    comparison = view.results().comparison();
  }

  List<Practice> all() {
    return List.of(
        pipeline(),
        released(2, "Release the code of the search methods.", "The controllers are"),
        new Practice(
            3,
            "Release code as it was used, without waiting for it to be tidy.",
            State.BY_HAND,
            "Whether anything was published is not in the record. What would have to be: the"
                + " comparison\u2019s file, its folder with this page, and the code of plugins."));
  }

  private Practice pipeline() {
    String task = "Release the code of the training pipeline.";
    if (view.all(Answers.COMPUTED)) {
      return new Practice(
          1,
          task,
          State.NOT_APPLICABLE,
          "Nothing is trained: architectures are judged by a formula.");
    }
    return released(
        1,
        task,
        view.all(Answers.LOOKED_UP)
            ? "What the table was made by is written in it; this program\u2019s own training is"
            : "Training is");
  }

  /** The program itself is public, other plugins may not be. */
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
          subject + " part of a program whose version was not recorded: name it.");
    }
    String known = subject + " part of Espalier (" + version + ")";
    return foreign.isEmpty()
        ? new Practice(
            number, task, State.MET, known + "; no plugin came with it. All settings are below.")
        : new Practice(
            number,
            task,
            State.BY_HAND,
            known + ", or else of a plugin, to be published too: " + String.join(", ", foreign));
  }

  private Stream<String> foreign() {
    return comparison.facts().keySet().stream()
        .filter(fact -> fact.startsWith(PLUGIN) && !fact.startsWith(OWN))
        .map(fact -> fact.substring(PLUGIN.length()));
  }
}
