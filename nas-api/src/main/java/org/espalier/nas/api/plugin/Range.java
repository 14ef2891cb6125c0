package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * The values that a number of a config record may have; of a list or map of numbers, the values of
 * each.
 *
 * <p>The program refuses any other value before the record is made, shows the range in listings,
 * and writes it into the schema of experiment files. A number without it does not register, since
 * nothing would check it; {@code "(-inf, inf)"} says that every finite number will do.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
  /**
   * An interval, as {@link Interval#parse} reads it: {@code "[1, 1024]"}, {@code "(0, 1]"}, {@code
   * "[1, inf)"}.
   */
  String value();
}
