package org.espalier.nas.experiment.comparison;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.experiment.file.Component;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;

/**
 * A short hash of everything that the searches of a variant depend on; a comparison uses it to tell
 * which stored searches are still its own.
 */
final class Identity {
  private static final int DIGITS = 12;

  /** Keys that do not affect results: names, places and concurrency. */
  private static final List<String> WITHOUT =
      List.of("name", "description", "seed", "output", "workers", "callbacks");

  private Identity() {}

  /**
   * Returns the identity of a variant's searches. Their files hold scores, so the kind of score is
   * part of it.
   *
   * @param dataset data of the variant; empty if it has none
   */
  static String of(LocatedComparison located, Variant variant, Optional<Dataset> dataset) {
    Experiment experiment = variant.located().experiment();
    Map<String, Object> tree = new LinkedHashMap<>(new ExperimentWriter().tree(experiment));
    tree.keySet().removeAll(WITHOUT);
    String text =
        new ExperimentWriter().text(tree)
            + ScoreTransform.of(located.comparison(), experiment).title()
            + ScoringPolicy.of(located, variant.problem()).identity(experiment)
            + dataset.map(data -> data.info().hash()).orElse("")
            + files(experiment.evaluator());
    return Sha256.of(text).substring(0, DIGITS);
  }

  /** Returns the hashes of the files that an evaluator reads. */
  private static String files(Component<?> evaluator) {
    return String.join(
        "\n",
        Arrays.stream(evaluator.config().getClass().getRecordComponents())
            .flatMap(component -> path(evaluator.config(), component))
            .filter(Files::isRegularFile)
            .map(Identity::hash)
            .toList());
  }

  private static Stream<Path> path(Record config, RecordComponent component) {
    if (component.getType() != Path.class) {
      return Stream.empty();
    }
    try {
      component.getAccessor().setAccessible(true);
      return Stream.ofNullable((Path) component.getAccessor().invoke(config));
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(component + " cannot be read.", error);
    }
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException error) {
      throw new NasException(file + " cannot be read: " + error.getMessage() + ".", error);
    }
  }
}
