/** Objectives of a search: functions of finished trials, constraints and scalarisations. */
@NullMarked
package org.espalier.nas.engine.objective;

import org.jspecify.annotations.NullMarked;
