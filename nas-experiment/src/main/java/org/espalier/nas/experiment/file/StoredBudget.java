package org.espalier.nas.experiment.file;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.experiment.text.Durations;
import org.jspecify.annotations.Nullable;

/**
 * Limits in a resolved experiment file that can be compared with the trials of its run; read
 * without the plugins that the file needs.
 *
 * @param trials the number of trials, or null if there is no such limit
 * @param wallClock the time that the run may take, or null if there is no such limit
 */
public record StoredBudget(@Nullable Integer trials, @Nullable Duration wallClock) {

  private static final StoredBudget UNKNOWN = new StoredBudget(null, null);

  /** Returns the limits of a file; none if it cannot be read. */
  public static StoredBudget of(String yaml) {
    return new YamlReader(new Problems())
        .file(Source.flag("budget"), yaml)
        .flatMap(file -> mapping(file).flatMap(all -> all.get("budget")))
        .flatMap(StoredBudget::mapping)
        .map(
            limits ->
                new StoredBudget(
                    text(limits, "trials")
                        .filter(trials -> trials.matches("\\d{1,9}"))
                        .map(Integer::valueOf)
                        .orElse(null),
                    text(limits, "wallClock").flatMap(Durations::parse).orElse(null)))
        .orElse(UNKNOWN);
  }

  /** Returns the limits after the commands of people that a study has taken. */
  public StoredBudget after(List<SteeringEvent> events) {
    Budget now = new Budget(trials, wallClock, null, null).after(events);
    return new StoredBudget(now.trials(), now.wallClock());
  }

  private static Optional<Setting.Mapping> mapping(Setting setting) {
    return setting instanceof Setting.Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  private static Optional<String> text(Setting.Mapping limits, String name) {
    return limits
        .get(name)
        .flatMap(
            value ->
                value instanceof Setting.Scalar scalar
                    ? Optional.of(scalar.text())
                    : Optional.empty());
  }
}
