package org.espalier.nas.experiment.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A valid file for the toy components, and this file with each line damaged in many ways. */
public final class DamagedExperiment {
  /** The undamaged file. */
  public static final String GOOD =
      """
      name: search
      seed: 7
      dataset:
        type: moons
      searchSpace:
        type: grid
      controller:
        type: reinforce
        batch: 10
        discount: 0.95
        predictor: log
        entropy: false
        nodes: [8, 16, 32]
        classes: {low: ..5, high: 6..}
        optimizer:
          type: adam
          learningRate: 1e-3
          schedule: {type: cosine, steps: 100}
        layers:
          - {units: 8, dropout: 0.5}
        missing: {type: fill-in, value: 0}
        patience: 10m
      evaluator:
        type: table
      budget:
        trials: 20
        wallClock: 1h30m
      workers: 2
      cache: yes
      """;

  private DamagedExperiment() {}

  /** Returns the damaged files. */
  public static Stream<String> variants() {
    List<String> variants = new ArrayList<>();
    List<String> lines = GOOD.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String key = line.substring(0, line.indexOf(':'));
      boolean leaf = !line.endsWith(":");
      variants.add(with(lines, i, line.replaceFirst(":", "zzz:")));
      variants.add(with(lines, i, "\t" + line));
      variants.add(with(lines, i, line.replaceFirst(":", "")));
      if (leaf) {
        variants.add(with(lines, i, key + ":"));
        variants.add(with(lines, i, key + ": {unexpected: []}"));
        variants.add(with(lines, i, key + ": [[]]"));
        variants.add(with(lines, i, line + "\n" + line.replaceAll("- ", "  ")));
        variants.add(with(lines, i, key + ": \"unclosed"));
      }
      if (line.matches(".*: [\\d.e-]+")) {
        variants.add(with(lines, i, key + ": many"));
        variants.add(with(lines, i, key + ": \"1\""));
        variants.add(with(lines, i, key + ": 1e400"));
        variants.add(with(lines, i, key + ": .nan"));
      }
    }
    return variants.stream();
  }

  private static String with(List<String> lines, int index, String replacement) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(index, replacement);
    return String.join("\n", changed) + "\n";
  }
}
