package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * The default value of a config record's component, written as in an experiment file. A component
 * without a default is required, unless it is {@code @Nullable}.
 */
@API(status = MAINTAINED, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  /** Returns the default in YAML: {@code 0.9}, {@code adam}, {@code [8, 16]}, <code>{}</code>. */
  String value();
}
