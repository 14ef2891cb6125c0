package org.espalier.nas.engine.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the commit that is checked out, without running git. */
final class GitCommit {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
  private static final String REFERENCE = "ref: ";
  private static final String WORK_TREE = "gitdir: ";

  private GitCommit() {}

  /** Returns the commit of the working copy that contains the folder; empty if there is none. */
  static Optional<String> of(Path folder) {
    Path inside = folder.toAbsolutePath().normalize();
    try {
      for (@Nullable Path at = inside; at != null; at = at.getParent()) {
        Path git = at.resolve(".git");
        if (Files.exists(git)) {
          return head(repository(git));
        }
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * Returns the folder {@code .git}, or the folder that the file {@code .git} of a linked work tree
   * names.
   */
  private static Path repository(Path git) throws IOException {
    if (Files.isDirectory(git)) {
      return git;
    }
    String text = Files.readString(git).strip();
    return text.startsWith(WORK_TREE)
        ? git.resolveSibling(text.substring(WORK_TREE.length()))
        : git;
  }

  private static Optional<String> head(Path repository) throws IOException {
    String head = Files.readString(repository.resolve("HEAD")).strip();
    if (!head.startsWith(REFERENCE)) {
      return hash(head);
    }
    String reference = head.substring(REFERENCE.length());
    Path common = common(repository);
    for (Path place : new Path[] {repository, common}) {
      Path loose = place.resolve(reference);
      if (Files.isRegularFile(loose)) {
        return hash(Files.readString(loose).strip());
      }
    }
    return packed(common.resolve("packed-refs"), reference);
  }

  private static Path common(Path repository) throws IOException {
    Path file = repository.resolve("commondir");
    return Files.isRegularFile(file)
        ? repository.resolve(Files.readString(file).strip())
        : repository;
  }

  private static Optional<String> packed(Path file, String reference) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.endsWith(" " + reference))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst()
          .flatMap(GitCommit::hash);
    }
  }

  private static Optional<String> hash(String text) {
    return HASH.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }
}
