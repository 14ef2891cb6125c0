package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file describes, as one of its keys tells.
 *
 * @param comparison whether it describes a comparison, not an experiment
 * @param key that tells
 * @param place where the key stands
 */
record FileKind(boolean comparison, String key, Place place) {

  /** Finds it out; empty if no key tells. */
  static Optional<FileKind> of(Setting.Mapping root) {
    return told(root, true, "arms", "problems")
        .or(() -> told(root, false, "controller", "searchSpace", "evaluator", "dataset"))
        .or(() -> told(root, true, "base"));
  }

  private static Optional<FileKind> told(Setting.Mapping root, boolean comparison, String... keys) {
    return Arrays.stream(keys)
        .flatMap(
            key ->
                Stream.ofNullable(root.entries().get(key))
                    .map(entry -> new FileKind(comparison, key, entry.key())))
        .findFirst();
  }

  /** That the file is of this kind, where the other one was wanted. */
  InvalidExperimentException unwanted(Path file) {
    return new InvalidExperimentException(
        place,
        comparison
            ? "%s makes this a comparison, not an experiment: run it with nas compare %s"
                .formatted(key, file)
            : "%s makes this an experiment, not a comparison, which has a base and arms: run it with nas run %s"
                .formatted(key, file));
  }
}
