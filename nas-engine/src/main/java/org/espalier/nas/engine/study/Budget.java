package org.espalier.nas.engine.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a study, which ends when the first of them is reached.
 *
 * @param trials the number of trials, or null for no limit
 * @param wallClock time that the study may take, earlier sessions included, or null; trials that
 *     run at its end are finished
 * @param epochs the number of epochs trained in all trials together, or null; a failed trial counts
 *     as at least one, and the trial that reaches the limit is finished
 * @param seconds the training time charged to all trials together, in seconds, or null; only where
 *     the evaluator says how long trainings take ({@link
 *     org.espalier.nas.api.evaluation.EvaluatorSettings#chargesSeconds}), for measured times would
 *     give another search each time; the trial that reaches it is finished
 */
public record Budget(
    @Description("Number of trials.") @Range("[1, inf)") @Nullable Integer trials,
    @Description("Time limit, for example 10m; running trials are finished.")
        @Nullable Duration wallClock,
    @Description("Epochs trained in all trials together.") @Range("[1, inf)")
        @Nullable Integer epochs,
    @Description(
            "Simulated training time of all trials together; for evaluators with simulated time.")
        @Range("[1, inf)")
        @Nullable Integer seconds) {

  /** Checks the limits. */
  public Budget {
    SettingRanges.check(Budget.class, trials, wallClock, epochs, seconds);
    TimeLimit.check("wallClock", wallClock);
  }

  /** Returns a limit of the number of trials. */
  public static Budget trials(int trials) {
    return new Budget(trials, null, null, null);
  }

  /** Returns a budget without limits. */
  public static Budget unlimited() {
    return new Budget(null, null, null, null);
  }

  /** Returns the limits that are in force after the commands that a study has taken. */
  public Budget after(List<SteeringEvent> events) {
    Budget now = this;
    for (SteeringEvent event : events) {
      if (event.changedSearch() && event.command() instanceof SteeringCommand.ChangeBudget change) {
        now = now.with(change);
      }
    }
    return now;
  }

  /** Returns a budget with the limits that a person set; the others are the same. */
  public Budget with(SteeringCommand.ChangeBudget change) {
    return new Budget(
        change.trials() == null ? trials : change.trials(),
        change.wallClock() == null ? wallClock : change.wallClock(),
        change.epochs() == null ? epochs : change.epochs(),
        change.seconds() == null ? seconds : change.seconds());
  }

  /** Returns the limits as text, such as "a budget of trials=60, wallClock=PT20M". */
  String text() {
    List<String> limits = new ArrayList<>();
    addLimit(limits, "trials", trials);
    addLimit(limits, "wallClock", wallClock);
    addLimit(limits, "epochs", epochs);
    addLimit(limits, "seconds", seconds);
    return limits.isEmpty() ? "no budget" : "a budget of " + String.join(", ", limits);
  }

  private static void addLimit(List<String> limits, String name, @Nullable Object limit) {
    if (limit != null) {
      limits.add(name + "=" + limit);
    }
  }

  /** Returns true if there is a limit. */
  public boolean limited() {
    return trials != null || wallClock != null || epochs != null || seconds != null;
  }

  /**
   * Checks that another budget extends this one, which a study has spent.
   *
   * @param larger the other budget
   * @param ending the limit that ended the study
   * @throws InvalidSettingException if a limit of the other budget is smaller or new, or the limit
   *     that ended the study is no larger
   */
  public void requireExtendedBy(Budget larger, StudyEnd ending) {
    requireNotLess("trials", trials, larger.trials);
    requireNotLess("epochs", epochs, larger.epochs);
    requireNotLess("seconds", seconds, larger.seconds);
    requireNotLess("wallClock", wallClock, larger.wallClock);
    switch (ending) {
      case TRIALS -> requireMore("trials", trials, larger.trials);
      case EPOCHS -> requireMore("epochs", epochs, larger.epochs);
      case SECONDS -> requireMore("seconds", seconds, larger.seconds);
      case WALL_CLOCK -> requireMore("wallClock", wallClock, larger.wallClock);
      case STOPPED -> {}
      case EXHAUSTED, INTERRUPTED ->
          throw new InvalidSettingException(
              "budget", "The search cannot be extended: it ended because " + ending.text() + ".");
    }
  }

  /**
   * Checks that a study can go on with this budget.
   *
   * @param used the part of it that the study has used
   * @throws InvalidSettingException if a limit is reached
   */
  public void requireMoreThan(BudgetUse used) {
    requireMoreThan("trials", trials, used.trials());
    requireMoreThan("epochs", epochs, used.epochs());
    requireMoreThan("seconds", seconds, (long) Math.ceil(used.seconds()));
  }

  private static void requireMoreThan(String limit, @Nullable Integer value, long used) {
    if (value != null && value <= used) {
      throw new InvalidSettingException(
          "budget." + limit,
          "budget.%s (%d) must be more than %d, the %s that the search has done."
              .formatted(limit, value, used, limit));
    }
  }

  private static <T extends Comparable<T>> void requireNotLess(
      String limit, @Nullable T now, @Nullable T then) {
    if (now == null && then != null) {
      throw new InvalidSettingException(
          "budget." + limit,
          "budget.%s (%s) would be a new limit; the search has none. Extend a limit that it has."
              .formatted(limit, text(then)));
    }
    if (now != null && then != null && then.compareTo(now) < 0) {
      throw notMore(limit, now, then);
    }
  }

  private static <T extends Comparable<T>> void requireMore(
      String limit, @Nullable T now, @Nullable T then) {
    if (now != null && then != null && then.compareTo(now) <= 0) {
      throw notMore(limit, now, then);
    }
  }

  private static InvalidSettingException notMore(String limit, Object now, Object then) {
    return new InvalidSettingException(
        "budget." + limit,
        "budget.%s (%s) must be more than %s, the limit that the search has now."
            .formatted(limit, text(then), text(now)));
  }

  private static String text(Object limit) {
    return limit instanceof Duration time
        ? time.toString().substring(2).toLowerCase(Locale.ROOT)
        : limit.toString();
  }
}
