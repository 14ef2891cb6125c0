package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.engine.store.run.StoreFile;

/**
 * The runs whose studies a database server keeps, under keys {@code name/id}. Their folders may be
 * on other machines.
 *
 * @param servers the known servers
 * @param url address of this one
 * @param root folder of all runs on this machine; it need not exist yet
 */
public record ServerRuns(StudyServers servers, StoreUrl url, Path root) {
  private static final Pattern KEY = Pattern.compile("(?![.]+/)[^/\\\\]+/(?![.]+$)[^/\\\\]+");
  private static final int SHOWN = 10;

  /**
   * Returns the folder of a run on this machine. If there is none, it is made, with the run's
   * experiment, so that the run can be continued here.
   *
   * @param run {@code latest}, {@code name/id}, an id, or the name of an experiment: its latest
   *     run; or the path of an existing run folder, which is returned
   * @throws InvalidSettingException if there is no such run, or its folder has a study of its own
   */
  public Path folder(String run) {
    if (isPath(run)) {
      return Path.of(run);
    }
    StudyRepository studies = servers.at(url);
    StoreFile store = new StoreFile(url, key(run, studies.list()));
    Path folder = root.resolve(store.key());
    Optional<StoreFile> present = StoreFile.in(folder);
    if (present.isEmpty() && !RunFolders.isRun(folder)) {
      make(folder, studies.read(store.key()).description().yaml());
      store.write(folder);
    } else if (!present.equals(Optional.of(store))) {
      throw new InvalidSettingException(
          "store",
          "The folder %s has the study of %s, not that of %s. Leave out --store (and NAS_STORE), or name another folder of runs with --out."
              .formatted(
                  folder,
                  present.map(other -> other.url().text()).orElse(RunFolders.DATABASE),
                  url));
    }
    return folder;
  }

  private static boolean isPath(String run) {
    try {
      return RunFolders.isRun(Path.of(run));
    } catch (InvalidPathException name) {
      return false;
    }
  }

  private String key(String run, List<String> all) {
    List<String> keys = all.stream().filter(KEY.asMatchPredicate()).toList();
    Predicate<String> wanted =
        run.equals(RunFolders.LATEST)
            ? key -> true
            : key -> key.equals(run) || key.startsWith(run + "/") || key.endsWith("/" + run);
    return keys.stream()
        .filter(wanted)
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> unknown(run, keys));
  }

  private InvalidSettingException unknown(String run, List<String> keys) {
    List<String> latest = keys.subList(Math.max(0, keys.size() - SHOWN), keys.size());
    return new InvalidSettingException(
        "RUN",
        "There is no run %s in %s. %s"
            .formatted(
                run,
                url,
                latest.isEmpty()
                    ? "No runs yet."
                    : "The latest runs: " + String.join(", ", latest) + "."));
  }

  private static void make(Path folder, String yaml) {
    Path file = folder.resolve(SearchRun.EXPERIMENT);
    try {
      Files.createDirectories(folder);
      AtomicFile.writeString(file, yaml);
    } catch (IOException error) {
      throw new NasException(file + " cannot be written: " + IoReason.of(error) + ".", error);
    }
  }
}
