package org.espalier.nas.benchmark.quality;

import java.nio.file.Path;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * A controller with its settings.
 *
 * @param id the id in experiment files
 * @param settings the other keys in YAML, in the flow style, without braces; possibly none
 */
record ControllerUnderTest(String id, String settings) {

  /** Reads {@code tpe} or {@code tpe: {multivariate: true}}. */
  static ControllerUnderTest parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new ControllerUnderTest(text.strip(), "");
    }
    String braced = text.substring(colon + 1).strip();
    if (!braced.startsWith("{") || !braced.endsWith("}")) {
      throw new IllegalArgumentException(
          "controller (%s) must be an id or have the form 'id: {key: value}'.".formatted(text));
    }
    return new ControllerUnderTest(
        text.substring(0, colon).strip(), braced.substring(1, braced.length() - 1).strip());
  }

  /** Returns the name in tables, without commas and spaces: {@code tpe{multivariate:true}}. */
  String label() {
    return settings.isEmpty() ? id : id + "{" + settings.replace(" ", "").replace(",", ";") + "}";
  }

  /** Returns an experiment with this controller, wired as the program does it. */
  ExperimentGraph wired(Catalogue catalogue, Family family, long seed, Path folder) {
    String problem =
        "{type: %s, problem: %s, member: %d}".formatted(ProblemPlugin.TYPE, family.id(), seed);
    String yaml =
        """
        name: search-quality
        seed: %d
        searchSpace: %s
        controller: {type: %s%s}
        evaluator: %s
        reward: {type: metric, over: last}
        """
            .formatted(seed, problem, id, settings.isEmpty() ? "" : ", " + settings, problem);
    return ExperimentGraph.of(
        new ExperimentReader(catalogue).readStored(Path.of("search-quality.yaml"), yaml),
        catalogue,
        new RunFolder(folder));
  }
}
