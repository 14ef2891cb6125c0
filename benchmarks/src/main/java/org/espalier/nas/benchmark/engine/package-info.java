/** Measurements of the engine: trials per second, and its growth with their number. */
@NullMarked
package org.espalier.nas.benchmark.engine;

import org.jspecify.annotations.NullMarked;
