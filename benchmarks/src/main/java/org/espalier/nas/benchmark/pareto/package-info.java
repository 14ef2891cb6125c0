/** Benchmarks of the algorithms for several objectives. */
@NullMarked
package org.espalier.nas.benchmark.pareto;

import org.jspecify.annotations.NullMarked;
