package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * A valid value of a config record's component, used in examples that the program writes. A
 * component without {@link Default} should have it if its valid values cannot be guessed from its
 * type.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Example {
  /** Returns the value in YAML: {@code data/flowers.csv}, {@code [8, 16]}. */
  String value();
}
