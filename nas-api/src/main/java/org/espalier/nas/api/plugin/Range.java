package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * The values that a number of a config record may have; in a list or map of numbers, each of them.
 *
 * <p>The program rejects any other value before it creates the record, shows the range in listings,
 * and writes it into the schema of experiment files. Registration fails for a number without a
 * range, since nothing would check it; {@code "(-inf, inf)"} allows every finite number.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  /**
   * Returns an interval, as {@link Interval#parse} reads it: {@code "[1, 1024]"}, {@code "(0, 1]"},
   * {@code "[1, inf)"}.
   */
  String value();
}
