package org.espalier.nas.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The decisions that a function needs of the search space.
 *
 * @param setting the setting that chooses the function
 * @param function the function, as written in the setting
 * @param example a suitable space, as written in the experiment file
 */
record Requirement(String setting, String function, String example) {
  private static final int REHEARSALS = 50;

  /**
   * Checks that decisions with these names are asked, and no others.
   *
   * @throws InvalidSettingException if they are not, with the missing and the superfluous ones
   */
  void check(List<String> names, SearchSpace space) {
    List<String> asked = space.decisions().stream().map(Decision::name).toList();
    List<String> missing = names.stream().filter(name -> !asked.contains(name)).toList();
    List<String> other = asked.stream().filter(name -> !names.contains(name)).toList();
    List<String> wrong = new ArrayList<>();
    if (!missing.isEmpty()) {
      wrong.add("does not ask " + String.join(", ", missing));
    }
    if (!other.isEmpty()) {
      wrong.add("asks " + String.join(", ", other) + ", which it does not know");
    }
    if (!wrong.isEmpty()) {
      throw invalid("the search space " + String.join(" and ", wrong));
    }
  }

  /**
   * Checks that some sampled architectures have a value, so that no trial fails for lack of one.
   */
  void rehearse(Consumer<Architecture> value, SearchSpace space) {
    RandomGenerator random = new RandomStreams(0).stream("problem.rehearsal", 0);
    for (int i = 0; i < REHEARSALS; i++) {
      Architecture architecture = space.sample(random);
      try {
        value.accept(architecture);
      } catch (NasException none) {
        throw invalid(String.valueOf(none.getMessage()).replaceAll("\\.$", ""));
      }
    }
  }

  private InvalidSettingException invalid(String problem) {
    return new InvalidSettingException(
        setting,
        "%s (%s) cannot be evaluated: %s. A search space that fits is %s."
            .formatted(setting, function, problem, example));
  }
}
