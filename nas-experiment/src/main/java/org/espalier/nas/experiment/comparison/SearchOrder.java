package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.experiment.file.ComparisonReader;
import org.espalier.nas.experiment.file.ComparisonWriter;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Alternative;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.plugin.Catalogue;

/**
 * One search for another process.
 *
 * @param comparison comparison, of which only the problem of the search is needed
 * @param search search
 * @param facts facts about the program, by name
 */
record SearchOrder(LocatedComparison comparison, ArmSearch search, Map<String, String> facts) {
  private static final String COMPARISON = "comparison";
  private static final String PROBLEM = "problem";
  private static final String ARM = "arm";
  private static final String SEED = "seed";
  private static final String IDENTITY = "identity";
  private static final String CODE = "code";
  private static final String EXPERIMENT = "experiment.";
  private static final String FACT = "fact.";

  SearchOrder {
    facts = new TreeMap<>(facts);
  }

  /** Returns the search as texts, with plugins as files. */
  Bundle bundle(Map<String, byte[]> plugins) {
    Variant wanted = search.variant();
    Map<String, String> texts = new HashMap<>();
    texts.put(COMPARISON, new ComparisonWriter().settings(comparison.comparison()));
    texts.put(PROBLEM, wanted.problem());
    texts.put(ARM, wanted.arm());
    texts.put(SEED, Long.toString(search.seed()));
    texts.put(IDENTITY, search.identity());
    texts.put(CODE, search.code());
    for (Variant variant : comparison.variants()) {
      if (variant.problem().equals(wanted.problem())) {
        texts.put(EXPERIMENT + variant.arm(), yaml(variant));
      }
    }
    facts.forEach((name, value) -> texts.put(FACT + name, value));
    return new Bundle(texts, plugins);
  }

  private static String yaml(Variant variant) {
    return new ExperimentWriter().yaml(variant.located().experiment());
  }

  /** Returns the search of a bundle. */
  static SearchOrder of(Bundle bundle, Catalogue catalogue) {
    String problem = bundle.text(PROBLEM);
    long seed = Long.parseLong(bundle.text(SEED));
    List<Variant> variants = new ArrayList<>();
    Map<String, String> facts = new TreeMap<>();
    bundle
        .texts()
        .forEach(
            (name, text) -> {
              if (name.startsWith(EXPERIMENT)) {
                String arm = name.substring(EXPERIMENT.length());
                variants.add(
                    new Variant(
                        problem,
                        arm,
                        null,
                        List.of(seed),
                        new ExperimentReader(catalogue).readStored(Path.of(arm), text)));
              } else if (name.startsWith(FACT)) {
                facts.put(name.substring(FACT.length()), text);
              }
            });
    LocatedComparison comparison =
        new LocatedComparison(
            new ComparisonReader(catalogue)
                .readSettings(Path.of(COMPARISON), bundle.text(COMPARISON)),
            variants,
            List.of(alternative(problem)),
            variants.stream().map(Variant::arm).map(SearchOrder::alternative).toList());
    Variant wanted =
        variants.stream()
            .filter(variant -> variant.arm().equals(bundle.text(ARM)))
            .findFirst()
            .orElseThrow();
    return new SearchOrder(
        comparison, new ArmSearch(wanted, seed, bundle.text(IDENTITY), bundle.text(CODE)), facts);
  }

  private static Alternative alternative(String name) {
    return new Alternative(name, null, Map.of());
  }
}
