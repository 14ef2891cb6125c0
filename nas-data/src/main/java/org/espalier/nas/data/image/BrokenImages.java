package org.espalier.nas.data.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.InvalidDataException;

/** The files of a data set that cannot be used as images. */
final class BrokenImages {
  private static final int MOST_SHOWN = 10;

  private final BrokenFiles treatment;
  private final List<String> found = new ArrayList<>();

  BrokenImages(BrokenFiles treatment) {
    this.treatment = treatment;
  }

  void add(Path file, BrokenImageException error) {
    found.add(file + ": " + error.reason());
  }

  /** Returns file and reason for each. */
  List<String> found() {
    return List.copyOf(found);
  }

  /**
   * Ends the search for broken files.
   *
   * @throws InvalidDataException if there are any and they are an error; it lists them
   */
  void require() {
    if (found.isEmpty() || treatment == BrokenFiles.SKIP) {
      return;
    }
    StringBuilder text =
        new StringBuilder(
            found.size() == 1
                ? "A file cannot be used as an image:"
                : found.size() + " files cannot be used as images:");
    found.stream().limit(MOST_SHOWN).forEach(file -> text.append("\n  ").append(file));
    if (found.size() > MOST_SHOWN) {
      text.append("\n  and ").append(found.size() - MOST_SHOWN).append(" more");
    }
    text.append("\nRepair or delete ")
        .append(found.size() == 1 ? "it" : "them")
        .append(", or set brokenFiles to skip.");
    throw new InvalidDataException(text.toString());
  }
}
