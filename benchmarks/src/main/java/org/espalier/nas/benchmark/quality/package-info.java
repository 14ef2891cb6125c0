/** Benchmarks of the quality of controllers' searches on problems with a known optimum. */
@NullMarked
package org.espalier.nas.benchmark.quality;

import org.jspecify.annotations.NullMarked;
