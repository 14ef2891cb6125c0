package org.espalier.nas.engine.provenance;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a study's results depend on besides its experiment file.
 *
 * @param entries by name, sorted: {@code espalier.version}, {@code git.commit}, {@code
 *     java.version}, {@code os}, {@code cpu.model}, …; nothing in it names the host or the user
 */
public record Provenance(SortedMap<String, String> entries) {

  /** Copies. */
  public Provenance {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /**
   * Looks at the machine, the JVM and the working directory.
   *
   * @param workingDirectory where a git commit is looked for
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

  /** This and what somebody else knows: versions of plugins, of TensorFlow, the data set's hash. */
  public Provenance with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(entries);
    all.putAll(more);
    return new Provenance(all);
  }
}
