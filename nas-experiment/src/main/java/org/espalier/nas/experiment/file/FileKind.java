package org.espalier.nas.experiment.file;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.espalier.nas.experiment.text.ShellText;

/**
 * The kind of a file, which one of its keys determines.
 *
 * @param comparison true for a comparison, false for an experiment
 * @param key key that determines the kind
 * @param place place of the key
 */
record FileKind(boolean comparison, String key, Place place) {

  /** Returns the kind of a file; empty if no key determines it. */
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

  /** Returns the error that the file is of this kind and not of the wanted one. */
  InvalidExperimentException unwanted(Path file) {
    return new InvalidExperimentException(
        place,
        comparison
            ? "%s makes this a comparison, not an experiment: run it with nas compare %s"
                .formatted(key, ShellText.quoted(file))
            : "%s makes this an experiment, not a comparison, which has a base and arms: run it with nas run %s"
                .formatted(key, ShellText.quoted(file)));
  }
}
