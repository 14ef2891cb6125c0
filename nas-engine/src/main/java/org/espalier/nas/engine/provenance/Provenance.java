package org.espalier.nas.engine.provenance;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Inputs of a study's results besides its experiment file.
 *
 * @param entries values by name, sorted: {@code espalier.version}, {@code git.commit}, {@code
 *     java.version}, {@code os}, {@code cpu.model}, …; without names of the host or the user
 */
public record Provenance(SortedMap<String, String> entries) {

  /** Copies. */
  public Provenance {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /**
   * Reads the provenance from the machine, the JVM and the working directory.
   *
   * @param workingDirectory directory to search for a git commit
   */
  public static Provenance collect(Path workingDirectory) {
    SortedMap<String, String> entries = new TreeMap<>(Machine.describe());
    entries.put("espalier.version", version());
    GitCommit.of(workingDirectory).ifPresent(commit -> entries.put("git.commit", commit));
    return new Provenance(entries);
  }

  private static String version() {
    String version = Provenance.class.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }

  /**
   * Returns this provenance with further entries: versions of plugins and TensorFlow, the data
   * set's hash.
   */
  public Provenance with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(entries);
    all.putAll(more);
    return new Provenance(all);
  }
}
