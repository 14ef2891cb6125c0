package org.espalier.nas.engine.steering;

import java.time.Duration;
import org.espalier.nas.api.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/** A check of the time limits that files and people set. */
public final class TimeLimit {

  private static final Duration LONGEST = Duration.ofDays(36_500);

  private TimeLimit() {}

  /**
   * Checks a limit.
   *
   * @param setting name of the setting
   * @param limit the limit, or null for none
   * @throws InvalidSettingException if it is not positive, or longer than 100 years
   */
  public static void check(String setting, @Nullable Duration limit) {
    if (limit == null) {
      return;
    }
    if (limit.isNegative() || limit.isZero()) {
      throw new InvalidSettingException(setting, setting + " (" + limit + ") must be positive.");
    }
    if (limit.compareTo(LONGEST) > 0) {
      throw new InvalidSettingException(
          setting, setting + " (" + limit + ") must be at most 100 years; leave it out for none.");
    }
  }
}
