package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.testkit.space.ReferenceSpace;

/** The proposals of a controller under a fixed seed and fixed results. */
final class Behaviour {
  private static final int HASH_DIGITS = 16;

  private Behaviour() {}

  /** Returns the proposals over every space that the controller serves, one line each. */
  static List<String> transcript(ControllerContract contract, long seed, ProposalText text) {
    List<String> lines = new ArrayList<>();
    spaces(contract)
        .forEach(
            (name, space) -> {
              lines.add(name);
              Searches.run(contract, space, seed, SyntheticResults::mostlyCompleted).stream()
                  .map(text::of)
                  .forEach(lines::add);
            });
    return lines;
  }

  /** Returns the reference spaces served and, if it differs, the contract's own space. */
  static Map<String, SearchSpace> spaces(ControllerContract contract) {
    Map<String, SearchSpace> spaces = new LinkedHashMap<>();
    for (ReferenceSpace reference : ReferenceSpace.values()) {
      if (contract.serves().contains(reference)) {
        spaces.put(reference.name(), reference.space());
      }
    }
    SearchSpace own = contract.space();
    if (!spaces.containsValue(own)) {
      spaces.put("the contract's own space", own);
    }
    return spaces;
  }

  /** Returns a hash of the proposals, the same on every machine. */
  static String hash(ControllerContract contract) {
    return Sha256.of(String.join("\n", transcript(contract, 1, ProposalText.rounded())))
        .substring(0, HASH_DIGITS);
  }
}
