package org.espalier.nas.experiment.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A lookup of a controller's settings by a file or by its id. */
final class ControllerSource {
  private static final String KEY = "controller";

  private final Problems problems;

  ControllerSource(Problems problems) {
    this.problems = problems;
  }

  /**
   * Returns an experiment with another controller.
   *
   * @param named an experiment file, a file with only the keys of a controller, or an id
   */
  Setting.Mapping replace(Setting.Mapping experiment, String named) {
    Map<String, Setting.Entry> entries = new LinkedHashMap<>(experiment.entries());
    find(named).ifPresent(found -> entries.put(KEY, new Setting.Entry(found.place(), found)));
    return new Setting.Mapping(experiment.place(), entries);
  }

  private Optional<Setting> find(String named) {
    Optional<Path> file = file(named);
    if (file.isEmpty()) {
      Place place = new Place(Source.flag("--controller " + named), 0, 0);
      Setting type = new Setting.Scalar(place, named, false);
      return Optional.of(
          new Setting.Mapping(place, Map.of(Binder.TYPE, new Setting.Entry(place, type))));
    }
    Optional<Setting.Mapping> settings = new SettingsLoader(problems).load(file.get(), List.of());
    Optional<Setting> controller = settings.flatMap(root -> root.get(KEY));
    if (controller.isPresent() || settings.isEmpty()) {
      return controller;
    }
    if (settings.get().type().isPresent()) {
      return Optional.of(settings.get());
    }
    problems.add(
        settings.get().place(),
        "The file names no controller; give it the key controller, or the keys of one, type first.");
    return Optional.empty();
  }

  private static Optional<Path> file(String named) {
    try {
      Path path = Path.of(named);
      boolean meant = Files.exists(path) || named.endsWith(".yaml") || named.endsWith(".yml");
      return meant ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }
}
