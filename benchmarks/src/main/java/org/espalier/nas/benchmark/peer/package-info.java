/** Programs that {@code bench/run} starts beside those of other libraries. */
@NullMarked
package org.espalier.nas.benchmark.peer;

import org.jspecify.annotations.NullMarked;
