package org.espalier.nas.experiment.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.experiment.text.PathReason;

/** A loader that merges the settings of a file, of the files that it extends and of the flags. */
final class SettingsLoader {
  private static final String EXTENDS = "extends";

  private final Problems problems;

  SettingsLoader(Problems problems) {
    this.problems = problems;
  }

  Optional<Setting.Mapping> load(Path file, List<SettingFlag> flags) {
    return read(file, Place.startOf(Source.file(file)), new ArrayList<>())
        .map(settings -> overridden(settings, flags));
  }

  /** Returns settings overridden by flags, earlier flags by later ones; they keep their place. */
  Setting.Mapping overridden(Setting.Mapping settings, List<SettingFlag> flags) {
    Setting.Mapping overridden = settings;
    for (SettingFlag flag : flags) {
      Setting.Mapping below = overridden;
      overridden =
          flag.settings(below, problems).map(top -> Overlay.merge(below, top)).orElse(below);
    }
    return new Setting.Mapping(settings.place(), overridden.entries());
  }

  /**
   * Loads the settings of a file that another file names.
   *
   * @param blamed the place where it is named
   */
  Optional<Setting.Mapping> load(Path file, Place blamed) {
    return read(file, blamed, new ArrayList<>());
  }

  /**
   * Returns settings inside a file, merged with those that they extend.
   *
   * @param folder the folder to which their file names are relative
   */
  Optional<Setting.Mapping> inside(Path folder, Setting.Mapping settings) {
    return extended(folder.resolve(EXTENDS), settings, new ArrayList<>());
  }

  private Optional<Setting.Mapping> read(Path file, Place blamed, List<Path> below) {
    Path identity = file.toAbsolutePath().normalize();
    if (below.contains(identity)) {
      problems.add(blamed, file + " extends itself; remove this line or one of the others.");
      return Optional.empty();
    }
    below.add(identity);
    return new SettingsFile(problems)
        .read(file, blamed)
        .flatMap(settings -> extended(file, settings, below));
  }

  private Optional<Setting.Mapping> extended(
      Path file, Setting.Mapping settings, List<Path> below) {
    Optional<Setting> base = settings.get(EXTENDS);
    if (base.isEmpty()) {
      return Optional.of(settings);
    }
    Map<String, Setting.Entry> own = new LinkedHashMap<>(settings.entries());
    own.remove(EXTENDS);
    Setting.Mapping top = new Setting.Mapping(settings.place(), own);
    if (!(base.get() instanceof Setting.Scalar name) || name.isNull()) {
      problems.add(base.get().place(), "extends must name one file, such as base.yaml.");
      return Optional.of(top);
    }
    try {
      return read(file.resolveSibling(name.text()).normalize(), name.place(), below)
          .map(settingsBelow -> Overlay.merge(settingsBelow, top));
    } catch (InvalidPathException error) {
      problems.add(name.place(), "extends names no file: " + PathReason.of(error) + ".");
      return Optional.of(top);
    }
  }
}
