package org.espalier.nas.experiment.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.experiment.plugin.Catalogue;

/** A binder of the experiments of a comparison. */
final class VariantBinder {
  private static final String BUDGET = "budget";

  private final Catalogue catalogue;
  private final Binder binder;
  private final Problems problems;
  private final Comparison comparison;
  private final Setting.Mapping root;

  /**
   * Creates the binder of a comparison.
   *
   * @param root the settings of the comparison's file
   */
  VariantBinder(
      Catalogue catalogue, Problems problems, Comparison comparison, Setting.Mapping root) {
    this.catalogue = catalogue;
    this.binder = new Binder(catalogue, problems);
    this.problems = problems;
    this.comparison = comparison;
    this.root = root;
  }

  /**
   * Binds each arm on each problem; an invalid one is left out, and its errors are among the
   * problems.
   */
  LocatedComparison bind(
      Setting.Mapping base, Map<String, Variation> searched, Map<String, Variation> arms) {
    List<LocatedComparison.Variant> variants = new ArrayList<>();
    List<Differences> problem = Differences.of(searched);
    List<Differences> arm = Differences.of(arms);
    Optional<Experiment> alone = alone(base, Variation.none(base.place()));
    for (Differences over : problem) {
      Optional<Experiment> below = alone(base, over.variation());
      over.compare(alone, below);
      for (Differences top : arm) {
        Optional<LocatedComparison.Variant> variant =
            bind(base, over.name(), over.variation(), top.name(), top.variation());
        variant.ifPresent(variants::add);
        top.compare(below, variant.map(bound -> bound.located().experiment()));
      }
    }
    return new LocatedComparison(
        comparison,
        variants,
        problem.stream().map(Differences::found).toList(),
        arm.stream().map(Differences::found).toList());
  }

  /** Returns the experiment without any arm; empty if it is incomplete. */
  private Optional<Experiment> alone(Setting.Mapping base, Variation searched) {
    return new Binder(catalogue, new Problems())
        .record(
            Experiment.class,
            settings(base, searched, "base", Variation.none(base.place())),
            "the experiment",
            Set.of());
  }

  private Optional<LocatedComparison.Variant> bind(
      Setting.Mapping base, String problem, Variation searched, String arm, Variation top) {
    List<Long> all = comparison.seedList();
    int seeds = seeds(top);
    Setting.Mapping settings = settings(base, searched, arm, top);
    return binder
        .record(Experiment.class, settings, "the experiment", Set.of())
        .map(
            experiment ->
                new LocatedComparison.Variant(
                    problem,
                    arm,
                    top.description(),
                    all.subList(0, Math.min(seeds, all.size())),
                    new LocatedExperiment(experiment, settings)));
  }

  private Setting.Mapping settings(
      Setting.Mapping base, Variation searched, String arm, Variation top) {
    Setting.Mapping merged = base;
    Optional<Setting> budget =
        root.get(BUDGET)
            .filter(value -> !(value instanceof Setting.Scalar scalar && scalar.isNull()));
    if (budget.isPresent()) {
      Map<String, Setting.Entry> replaced = new LinkedHashMap<>(base.entries());
      replaced.put(BUDGET, new Setting.Entry(budget.get().place(), budget.get()));
      merged = new Setting.Mapping(base.place(), replaced);
    }
    merged = Overlay.merge(merged, searched.settings());
    merged = Overlay.merge(merged, top.settings());
    Map<String, Setting.Entry> entries = new LinkedHashMap<>(merged.entries());
    entries.remove("description");
    entries.remove("executor");
    put(entries, top, "name", arm);
    put(entries, top, "seed", Long.toString(comparison.firstSeed()));
    put(entries, top, "workers", "1");
    put(entries, top, "trialSeeds", comparison.commonRandomNumbers() ? "architecture" : "number");
    return new Setting.Mapping(merged.place(), entries);
  }

  private static void put(
      Map<String, Setting.Entry> entries, Variation top, String key, String value) {
    Place place = top.settings().place();
    entries.put(key, new Setting.Entry(place, new Setting.Scalar(place, value, false)));
  }

  private int seeds(Variation arm) {
    Setting.Scalar seeds = arm.seeds();
    if (seeds == null) {
      return comparison.seeds();
    }
    if (seeds.text().matches("[1-9]\\d{0,4}")) {
      return Integer.parseInt(seeds.text());
    }
    problems.add(
        seeds.place(), "seeds (%s) must be a whole number of at least 1.".formatted(seeds.text()));
    return comparison.seeds();
  }
}
