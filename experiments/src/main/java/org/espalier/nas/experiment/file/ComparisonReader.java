package org.espalier.nas.experiment.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.text.Nearest;

/**
 * Reads comparison files: a base experiment and named variations of it.
 *
 * <p>The keys of a variation are those of an experiment and win over those of the base; an arm's
 * win over a problem's.
 */
public final class ComparisonReader {
  private static final String BASE = "base";
  private static final String PROBLEMS = "problems";
  private static final String ARMS = "arms";
  private static final String ONLY_PROBLEM = "base";

  private final Catalogue catalogue;

  /** Creates a reader that knows the components of a catalogue. */
  public ComparisonReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a comparison.
   *
   * @param flags settings that win over those of the file, later ones over earlier ones
   * @throws InvalidExperimentException with everything that is wrong with it
   */
  public LocatedComparison read(Path file, List<SettingFlag> flags) {
    Problems problems = new Problems();
    Setting.Mapping root =
        new SettingsLoader(problems)
            .load(file, flags)
            .orElseThrow(() -> new InvalidExperimentException(problems.sorted()));
    Optional<Comparison> comparison = comparison(root, problems);
    Optional<Setting.Mapping> base = base(root, problems);
    Map<String, Variation> arms = variations(root, ARMS, problems);
    Map<String, Variation> searched = variations(root, PROBLEMS, problems);
    if (searched.isEmpty()) {
      searched.put(ONLY_PROBLEM, Variation.none(root.place()));
    }
    requireArms(root, arms, problems);
    comparison.ifPresent(settings -> requireKnown(root, settings, arms.keySet(), problems));
    List<LocatedComparison.Variant> variants = new ArrayList<>();
    if (comparison.isPresent() && base.isPresent()) {
      VariantBinder binder = new VariantBinder(catalogue, problems, comparison.get(), root);
      searched.forEach(
          (problem, over) ->
              arms.forEach(
                  (arm, top) ->
                      binder.bind(base.get(), problem, over, arm, top).ifPresent(variants::add)));
    }
    problems.throwIfAny();
    return new LocatedComparison(comparison.orElseThrow(), variants);
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
          "Missing key base in the comparison: an experiment file, or the keys of an experiment, of which the arms are variations.");
      return Optional.empty();
    }
    if (base.get() instanceof Setting.Mapping inline) {
      return Optional.of(inline);
    }
    if (!(base.get() instanceof Setting.Scalar name) || name.isNull()) {
      problems.add(base.get().place(), "base must name one file, such as quickstart.yaml.");
      return Optional.empty();
    }
    try {
      Path file = name.place().source().folder().resolve(name.text()).normalize();
      return new SettingsLoader(problems).load(shown(file), name.place());
    } catch (InvalidPathException error) {
      problems.add(name.place(), "base names no file: " + error.getReason() + ".");
      return Optional.empty();
    }
  }

  /** As somebody would type it, if it lies below the working directory. */
  private static Path shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file) : file;
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

  private static void requireArms(
      Setting.Mapping root, Map<String, Variation> arms, Problems problems) {
    boolean tooFew = root.get(ARMS).isEmpty() || arms.size() < 2;
    if (tooFew && problems.isEmpty()) {
      problems.add(
          root.get(ARMS).map(Setting::place).orElse(root.place()),
          "arms (%d) must be at least two, for there is nothing to compare otherwise: random: {controller: {type: random}}."
              .formatted(arms.size()));
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
                  key, arm, String.join(", ", arms), Nearest.suggestion(arm, List.copyOf(arms))));
    }
  }
}
