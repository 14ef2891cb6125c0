package org.espalier.nas.experiment.comparison;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.jspecify.annotations.Nullable;

/**
 * A short hash of everything that the searches of a variant depend on; a comparison uses it to tell
 * which stored searches are still its own.
 */
final class Identity {
  /** Number of hexadecimal digits of an identity. */
  static final int DIGITS = 12;

  /** Keys that do not affect results: names, places and concurrency. */
  private static final List<String> WITHOUT =
      List.of(
          "name",
          "description",
          "seed",
          "output",
          "store",
          "artifacts",
          "executor",
          "workers",
          "callbacks");

  private Identity() {}

  /**
   * Returns the identity of a variant's searches: settings, data, files and the code of the
   * components. Their files hold scores, so the kind of score is part of it.
   *
   * @param dataset data of the variant; empty if it has none
   */
  static String of(
      LocatedComparison located, Variant variant, Optional<Dataset> dataset, Catalogue catalogue) {
    Experiment experiment = variant.located().experiment();
    Map<String, Object> tree = new LinkedHashMap<>(new ExperimentWriter().tree(experiment));
    tree.keySet().removeAll(WITHOUT);
    String text =
        new ExperimentWriter().text(tree)
            + ScoreTransform.of(located.comparison(), experiment)
            + ScoringPolicy.of(located, variant.problem()).identity(experiment)
            + dataset.map(data -> data.info().hash()).orElse("")
            + files(experiment)
            + CodeIdentity.of(experiment, catalogue).behaviour();
    return Sha256.of(text).substring(0, DIGITS);
  }

  /** Returns the hashes of the files that components read; data have a hash of their own. */
  private static String files(Experiment experiment) {
    return Stream.concat(
            Stream.of(
                experiment.searchSpace(),
                experiment.controller(),
                experiment.evaluator(),
                experiment.reward(),
                experiment.stopping()),
            experiment.objectives().stream())
        .flatMap(component -> paths(component.config()))
        .filter(Files::isRegularFile)
        .map(Identity::hash)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Path> paths(@Nullable Object setting) {
    if (setting instanceof Path path) {
      return Stream.of(path);
    } else if (setting instanceof Collection<?> several) {
      return several.stream().flatMap(Identity::paths);
    } else if (setting instanceof Record settings) {
      return Arrays.stream(settings.getClass().getRecordComponents())
          .flatMap(component -> paths(value(settings, component)));
    }
    return Stream.empty();
  }

  private static @Nullable Object value(Record settings, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(settings);
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(component + " cannot be read.", error);
    }
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException error) {
      throw new NasException(file + " cannot be read: " + IoReason.of(error) + ".", error);
    }
  }
}
