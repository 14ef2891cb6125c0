package org.espalier.nas.experiment.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;

/**
 * The reports that were written of a comparison, in {@code looks.txt} in its folder: a line for
 * each, with the identity of the comparison and the number of its seeds.
 *
 * @param folder folder of the comparison
 * @param identity identifier that changes with everything but the seeds
 */
record ReportHistory(Path folder, String identity) {

  /**
   * Returns the history of a comparison's searches.
   *
   * @param folders folders of the searches below the folder of all searches
   */
  static ReportHistory of(Path folder, Stream<Path> folders) {
    String variants =
        folders
            .map(path -> path.toString().replace('\\', '/'))
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n"));
    return new ReportHistory(folder, Sha256.of(variants).substring(0, Identity.DIGITS));
  }

  /** Returns the numbers of seeds of the reports, oldest first, repetitions left out. */
  List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (String line : lines()) {
      String[] parts = line.split(" ", -1);
      if (parts.length == 2 && parts[0].equals(identity) && parts[1].matches("[0-9]{1,9}")) {
        int count = Integer.parseInt(parts[1]);
        if (seeds.isEmpty() || seeds.get(seeds.size() - 1) != count) {
          seeds.add(count);
        }
      }
    }
    return seeds;
  }

  /** Records a report. */
  void add(int seeds) {
    List<Integer> before = seeds();
    if (!before.isEmpty() && before.get(before.size() - 1) == seeds) {
      return;
    }
    List<String> lines = new ArrayList<>(lines());
    lines.add(identity + " " + seeds);
    try {
      AtomicFile.writeString(file(), String.join("\n", lines) + "\n");
    } catch (IOException error) {
      throw new NasException(file() + " cannot be written: " + IoReason.of(error) + ".", error);
    }
  }

  private Path file() {
    return folder.resolve("looks.txt");
  }

  private List<String> lines() {
    try {
      return Files.exists(file()) ? Files.readAllLines(file(), StandardCharsets.UTF_8) : List.of();
    } catch (IOException error) {
      throw new NasException(file() + " cannot be read: " + IoReason.of(error) + ".", error);
    }
  }
}
