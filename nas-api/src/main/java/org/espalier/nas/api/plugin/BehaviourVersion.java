package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * The recorded behaviour of a built-in component, which changes if and only if the component
 * behaves differently under the same seed. Comparisons reuse stored searches only of the same
 * behaviour; for plugins, the hash of the jar is used instead.
 */
@API(status = EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BehaviourVersion {
  /** Returns the recorded hashes, one for each tested mode; the permanence test reads them. */
  String[] value();
}
