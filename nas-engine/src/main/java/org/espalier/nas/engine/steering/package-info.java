/**
 * Requests of people to a study that runs, and the events that they become in its journal, so that
 * a steered search can be repeated.
 */
@NullMarked
package org.espalier.nas.engine.steering;

import org.jspecify.annotations.NullMarked;
