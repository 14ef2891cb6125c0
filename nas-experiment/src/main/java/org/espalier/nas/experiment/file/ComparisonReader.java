package org.espalier.nas.experiment.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.text.PathReason;
import org.espalier.nas.experiment.text.ShownPath;

/**
 * A reader of comparison files: a base experiment and named variations of it.
 *
 * <p>The keys of a variation are those of an experiment and override those of the base; an arm's
 * keys override a problem's.
 */
public final class ComparisonReader {
  private static final String BASE = "base";
  private static final String PROBLEMS = "problems";
  private static final String ARMS = "arms";
  private static final String ONLY_PROBLEM = "base";

  private final Catalogue catalogue;

  /** Creates a reader with the components of a catalogue. */
  public ComparisonReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a comparison.
   *
   * @param flags settings that override those of the file; later ones override earlier ones
   * @throws InvalidExperimentException with all errors in the file
   */
  public LocatedComparison read(Path file, List<SettingFlag> flags) {
    Problems problems = new Problems();
    Setting.Mapping root =
        new SettingsLoader(problems)
            .load(file, flags)
            .orElseThrow(() -> new InvalidExperimentException(problems.sorted()));
    Optional<FileKind> experiment = FileKind.of(root).filter(kind -> !kind.comparison());
    if (experiment.isPresent()) {
      throw experiment.get().unwanted(file);
    }
    return bound(root, problems);
  }

  /**
   * Reads the settings of a comparison itself, which {@link ComparisonWriter#settings} wrote.
   *
   * @param origin the name in messages
   * @throws InvalidExperimentException with all errors in the settings
   */
  public Comparison readSettings(Path origin, String yaml) {
    Problems problems = new Problems();
    Optional<Comparison> comparison =
        new YamlReader(problems)
            .file(Source.file(origin), yaml)
            .filter(Setting.Mapping.class::isInstance)
            .map(Setting.Mapping.class::cast)
            .flatMap(root -> comparison(root, problems));
    problems.throwIfAny();
    return comparison.orElseThrow();
  }

  /** Binds settings that were loaded. */
  LocatedComparison bound(Setting.Mapping root, Problems problems) {
    Optional<Comparison> comparison = comparison(root, problems);
    Optional<Setting.Mapping> base = base(root, problems);
    Map<String, Variation> arms = variations(root, ARMS, problems);
    Map<String, Variation> searched = variations(root, PROBLEMS, problems);
    if (searched.isEmpty()) {
      searched.put(ONLY_PROBLEM, Variation.none(root.place()));
    }
    requireArms(root, problems);
    comparison.ifPresent(settings -> requireKnown(root, settings, arms.keySet(), problems));
    Optional<LocatedComparison> located =
        base.map(
            below ->
                new VariantBinder(catalogue, problems, comparison.orElseGet(this::standIn), root)
                    .bind(below, searched, arms));
    problems.throwIfAny();
    return located.orElseThrow();
  }

  /** Returns a stand-in for a wrong comparison, so that its arms are checked, too. */
  private Comparison standIn() {
    Place place = Place.startOf(Source.flag("stand-in"));
    Setting.Scalar name = new Setting.Scalar(place, "stand-in", false);
    Setting.Mapping settings =
        new Setting.Mapping(place, Map.of("name", new Setting.Entry(place, name)));
    return new Binder(catalogue, new Problems())
        .record(Comparison.class, settings, "the comparison", Set.of())
        .orElseThrow();
  }

  private Optional<Comparison> comparison(Setting.Mapping root, Problems problems) {
    Set<String> own = Set.of(BASE, PROBLEMS, ARMS);
    return new Binder(catalogue, problems).record(Comparison.class, root, "the comparison", own);
  }

  private static Optional<Setting.Mapping> base(Setting.Mapping root, Problems problems) {
    Optional<Setting> base = root.get(BASE);
    if (base.isEmpty()) {
      problems.add(
          root.place(),
          "Missing key base in the comparison: an experiment file, or the keys of an experiment, of"
              + " which the arms are variations.");
      return Optional.empty();
    }
    if (base.get() instanceof Setting.Mapping inline) {
      return new SettingsLoader(problems)
          .inside(ShownPath.of(inline.place().source().folder()), inline);
    }
    if (!(base.get() instanceof Setting.Scalar name) || name.isNull()) {
      problems.add(base.get().place(), "base must name one file, such as quickstart.yaml.");
      return Optional.empty();
    }
    try {
      Path file = name.place().source().folder().resolve(name.text()).normalize();
      Optional<Setting.Mapping> loaded =
          new SettingsLoader(problems).load(ShownPath.of(file), name.place());
      if (loaded.flatMap(FileKind::of).filter(FileKind::comparison).isPresent()) {
        problems.add(
            name.place(),
            "base (%s) is a comparison itself; name an experiment.".formatted(name.text()));
        return Optional.empty();
      }
      return loaded;
    } catch (InvalidPathException error) {
      problems.add(name.place(), "base names no file: " + PathReason.of(error) + ".");
      return Optional.empty();
    }
  }

  private static Map<String, Variation> variations(
      Setting.Mapping root, String key, Problems problems) {
    Map<String, Variation> variations = new LinkedHashMap<>();
    Optional<Setting> value = root.get(key);
    if (value.isEmpty()) {
      return variations;
    }
    if (!(value.get() instanceof Setting.Mapping named)) {
      problems.add(
          value.get().place(),
          key + " must be a mapping of names to keys of an experiment: random: {controller: …}.");
      return variations;
    }
    named
        .entries()
        .forEach(
            (name, entry) ->
                Variation.of(key, name, entry, problems)
                    .ifPresent(variation -> variations.put(name, variation)));
    return variations;
  }

  /** Requires two arms; wrong ones count, too. */
  private static void requireArms(Setting.Mapping root, Problems problems) {
    Setting arms = root.get(ARMS).orElseGet(() -> new Setting.Mapping(root.place(), Map.of()));
    if (arms instanceof Setting.Mapping named && named.entries().size() < 2) {
      problems.add(
          arms.place(),
          "arms (%d) must be at least two, for there is nothing to compare otherwise: random: {controller: {type: random}}."
              .formatted(named.entries().size()));
    }
  }

  private static void requireKnown(
      Setting.Mapping root, Comparison comparison, Set<String> arms, Problems problems) {
    if (comparison.reference() != null) {
      requireKnown(root, "reference", comparison.reference(), arms, problems);
    }
    comparison.pairs().stream()
        .flatMap(List::stream)
        .distinct()
        .forEach(arm -> requireKnown(root, "pairs", arm, arms, problems));
  }

  private static void requireKnown(
      Setting.Mapping root, String key, String arm, Set<String> arms, Problems problems) {
    if (!arms.contains(arm)) {
      problems.add(
          root.locate(List.of(key)),
          "%s names %s, which is no arm; the arms are %s.%s"
              .formatted(
                  key, arm, String.join(", ", arms), Spelling.suggestion(arm, List.copyOf(arms))));
    }
  }
}
